package nl.koppelwerk.data.referral;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.koppelwerk.data.imports.row.Words;
import nl.koppelwerk.domain.programme.Need;

/**
 * What a taxonomy of somebody else calls our needs. A term that is one of ours by code or name is that one; of others whole
 * words are looked for, Dutch and English. What nothing is found for keeps its service in the directory without a need.
 */
final class NeedTerms {
    private static final Map<Need, Pattern> OTHERS = Map.of(
            Need.FINANCE,
            words("debts?", "money", "budget\\w*", "benefits?", "financ\\w*", "geld\\w*", "schuld\\w*", "toeslag\\w*"),
            Need.HOUSING,
            words("hous(e|ing)", "homeless\\w*", "rent", "tenan\\w*", "wonen", "huur\\w*", "woning\\w*"),
            Need.HEALTH,
            words("health", "counsell?ing", "medical", "gezondheid\\w*", "zorg"),
            Need.DOMESTIC_RELATIONS,
            words("domestic", "relationships?", "relatie\\w*", "huiselijk\\w*"),
            Need.PARENTING,
            words("parent\\w*", "child ?care", "opvoed\\w*", "ouders?chap"),
            Need.SOCIAL_NETWORK,
            words("lonel\\w*", "social network\\w*", "befriending", "eenzaam\\w*", "ontmoet\\w*"),
            Need.DUTCH_LANGUAGE,
            words("dutch", "language (class|lesson|course)\\w*", "taalles\\w*", "nederlandse taal", "nt2"),
            Need.WORK,
            words("employment", "jobs?", "work", "werk", "baan"),
            Need.EDUCATION,
            words("education\\w*", "digital\\w*", "training", "onderwijs", "digitale\\w*", "cursus\\w*"),
            Need.OTHER_NEED,
            words("legal\\w*", "law", "juridisch\\w*", "recht\\w*"));

    private NeedTerms() {}

    private static Pattern words(String... words) {
        return Pattern.compile("\\b(" + String.join("|", List.of(words)) + ")\\b");
    }

    static Set<Need> of(String code, String name) {
        return Words.NEED
                .find(code.replace('-', ' '))
                .or(() -> Words.NEED.find(name))
                .<Set<Need>>map(EnumSet::of)
                .orElseGet(() -> inWords(name.toLowerCase(Locale.ROOT)));
    }

    private static Set<Need> inWords(String name) {
        return OTHERS.entrySet().stream()
                .filter(need -> need.getValue().matcher(name).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Need.class)));
    }
}
