package nl.koppelwerk.data.imports.row;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.domain.family.Household;
import nl.koppelwerk.domain.family.Urgency;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.volunteer.Gender;

/**
 * The words that files use for a fixed list of values, Dutch and English; the first word of each is the one that the
 * software writes. Capitals, spaces and accents make no difference.
 */
public final class Words<E extends Enum<E>> {
    public static final Words<SupportKind> KIND = new Words<>(Map.of(
            SupportKind.BUDDY, List.of("maatje", "buddy"),
            SupportKind.SUPPORT_FAMILY, List.of("steungezin", "support family")));
    public static final Words<Household> HOUSEHOLD = new Words<>(Map.of(
            Household.SINGLE_PARENT,
            List.of("alleenstaande ouder", "single parent", "alleenstaand", "eenoudergezin", "single"),
            Household.COUPLE,
            List.of("twee ouders", "couple", "stel", "paar", "tweeoudergezin"),
            Household.OTHER,
            List.of("anders", "other", "overig")));
    public static final Words<Urgency> URGENCY = new Words<>(Map.of(
            Urgency.NORMAL, List.of("normaal", "normal"),
            Urgency.RAISED, List.of("verhoogd", "raised"),
            Urgency.HIGH, List.of("hoog", "high")));
    public static final Words<Gender> GENDER = new Words<>(Map.of(
            Gender.WOMAN, List.of("vrouw", "woman", "v", "f", "female"),
            Gender.MAN, List.of("man", "m", "male"),
            Gender.OTHER, List.of("anders", "other", "x")));
    public static final Words<Need> NEED = new Words<>(needs());
    public static final Words<YesNo> YES_NO = new Words<>(Map.of(
            YesNo.YES, List.of("ja", "yes", "j", "y", "true", "waar", "1", "x"),
            YesNo.NO, List.of("nee", "no", "n", "false", "onwaar", "0")));

    /** An answer; a column that is left empty has its own default. */
    public enum YesNo {
        YES,
        NO
    }

    private final Map<E, List<String>> words;
    private final Map<String, E> values = new HashMap<>();

    private Words(Map<E, List<String>> words) {
        this.words = new EnumMap<>(words);
        words.forEach((value, all) -> all.forEach(word -> values.put(Column.plain(word), value)));
        words.keySet().forEach(value -> values.putIfAbsent(Column.plain(value.name()), value));
    }

    public Optional<E> find(String text) {
        return Optional.ofNullable(values.get(Column.plain(text)));
    }

    /** The word that the software writes. */
    public String write(E value) {
        return words.getOrDefault(value, List.of(value.name())).getFirst();
    }

    /** In English, beside {@link #write}. */
    String writeEnglish(E value) {
        return words.getOrDefault(value, List.of(value.name())).get(1);
    }

    /** What one may write, for a message: in Dutch and in English. */
    String choices() {
        return words.keySet().stream().map(this::write).collect(Collectors.joining(", "));
    }

    String choicesInEnglish() {
        return words.keySet().stream().map(this::writeEnglish).collect(Collectors.joining(", "));
    }

    static String yesNo(boolean yes) {
        return YES_NO.write(yes ? YesNo.YES : YesNo.NO);
    }

    static String writeNeeds(Collection<Need> needs) {
        return needs.stream().sorted().map(NEED::write).collect(Collectors.joining(", "));
    }

    private static Map<Need, List<String>> needs() {
        Map<Need, List<String>> needs = new EnumMap<>(Need.class);
        needs.put(Need.FINANCE, List.of("geld", "finance", "financiën", "schulden"));
        needs.put(Need.HOUSING, List.of("wonen", "housing", "huisvesting"));
        needs.put(Need.HEALTH, List.of("gezondheid", "health"));
        needs.put(Need.DOMESTIC_RELATIONS, List.of("relaties thuis", "domestic relations", "huiselijke relaties"));
        needs.put(Need.PARENTING, List.of("opvoeding", "parenting", "opvoeden"));
        needs.put(Need.SOCIAL_NETWORK, List.of("sociaal netwerk", "social network", "netwerk"));
        needs.put(Need.DAILY_LIVING, List.of("dagelijks leven", "daily living", "daily living skills (ADL)", "adl"));
        needs.put(Need.DUTCH_LANGUAGE, List.of("Nederlandse taal", "Dutch language", "taal"));
        needs.put(Need.WORK, List.of("werk", "work"));
        needs.put(Need.EDUCATION, List.of("opleiding", "education", "onderwijs"));
        needs.put(
                Need.DAYTIME_ACTIVITY_CHILD, List.of("dagbesteding kind", "daytime activity child", "vrije tijd kind"));
        needs.put(Need.DAYTIME_ACTIVITY_PARENT, List.of("dagbesteding ouder", "daytime activity parent"));
        needs.put(Need.OTHER_NEED, List.of("anders", "other need", "other", "other (legal and more)", "overig"));
        return needs;
    }
}
