package nl.koppelwerk.ui.own.kept;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.ui.shell.OwnChoices;
import nl.koppelwerk.ui.shell.OwnLanguage;
import nl.koppelwerk.ui.shell.Words;

/** Says what is kept about a volunteer as the own page says it, in the language of the page. */
record KeptWords(Words words, Locale locale, ZoneId zone) {
    private static final BigDecimal QUARTERS = BigDecimal.valueOf(4);
    private static final int METRES = 1000;

    /** What each thing is called, in the order of a page; what is not here is for programs only. */
    private static final List<Map.Entry<String, String>> CALLED = List.of(
            Map.entry("reference", "own.file.reference"),
            Map.entry("name", "own.kept.name"),
            Map.entry("email", "own.kept.email"),
            Map.entry("phone", "signup.phone"),
            Map.entry("postcode", "own.kept.postcode"),
            Map.entry("street", "own.kept.street"),
            Map.entry("school", "own.kept.school"),
            Map.entry("gender", "own.kept.gender"),
            Map.entry("kind", "own.can"),
            Map.entry("programme", "own.kept.programmes"),
            Map.entry("screened", "own.kept.screened"),
            Map.entry("trained", "own.kept.trained"),
            Map.entry("experience_years", "own.kept.experience_years"),
            Map.entry("registered_on", "own.file.since"),
            Map.entry("page_language", "own.file.language"),
            Map.entry("languages", "own.LANGUAGES"),
            Map.entry("skills", "own.SKILLS"),
            Map.entry("not_these", "own.NOT_THESE"),
            Map.entry("availability", "own.week"),
            Map.entry("availability_confirmed", "own.file.confirmed"),
            Map.entry("quarters_per_week", "own.HOURS"),
            Map.entry("maximum_families", "own.FAMILIES"),
            Map.entry("travel_limit_metres", "own.DISTANCE"),
            Map.entry("travels_by", "own.TRAVEL"),
            Map.entry("child_age_min", "own.AGE_FROM"),
            Map.entry("child_age_max", "own.AGE_TO"),
            Map.entry("maximum_children", "own.CHILDREN"),
            Map.entry("heavy_cases", "own.HEAVY_CASES"),
            Map.entry("pets_unwelcome", "own.PETS_UNWELCOME"),
            Map.entry("children_at_home", "own.CHILDREN_AT_HOME"),
            Map.entry("pets", "own.PETS"),
            Map.entry("active", "own.file.active"),
            Map.entry("inactive_reason", "own.pause.why"),
            Map.entry("paused_until", "own.pause.until"),
            Map.entry("stopped_on", "own.file.stopped"),
            Map.entry("first", "own.away.first"),
            Map.entry("last", "own.away.last"),
            Map.entry("because", "own.asked.why"),
            Map.entry("mood", "own.checkin.mood"),
            Map.entry("hours_per_week", "own.checkin.hours"),
            Map.entry("wish", "own.checkin.wish"),
            Map.entry("worries", "own.file.worries"),
            Map.entry("answered_at", "own.file.answered"),
            Map.entry("used_at", "own.file.used"),
            Map.entry("withdrawn_on", "own.file.withdrawn"));

    /** What there are words for, in their order. */
    static List<String> names() {
        return CALLED.stream().map(Map.Entry::getKey).toList();
    }

    /** Empty: of no use to somebody who reads. */
    Optional<String> called(String name) {
        return CALLED.stream()
                .filter(one -> one.getKey().equals(name))
                .findFirst()
                .map(one -> words.say(one.getValue()));
    }

    /** One value, as text of the database, in words. */
    String value(String name, String text) {
        return switch (name) {
            case "gender" -> words.say("own.kept.gender." + text);
            case "kind" -> words.say("own.asked.kind." + text);
            case "page_language" -> OwnLanguage.of(text).calledItself();
            case "languages" -> languages(text);
            case "skills", "not_these" -> list(text, "own.need.");
            case "travels_by" -> list(text, "own.means.");
            case "availability" -> week(new DayParts(Integer.parseInt(text)));
            case "quarters_per_week" -> number(new BigDecimal(text).divide(QUARTERS));
            case "hours_per_week", "maximum_families", "child_age_min", "child_age_max", "children_at_home" ->
                number(new BigDecimal(text));
            case "maximum_children" -> text.equals("20") ? words.say("own.any") : number(new BigDecimal(text));
            case "travel_limit_metres" -> number(new BigDecimal(text).divide(BigDecimal.valueOf(METRES))) + " km";
            case "inactive_reason" -> words.say("own.reason." + text);
            case "because" -> words.say("own.asked.because." + text);
            case "mood" -> words.say("own.mood." + text);
            case "wish" -> words.say("own.wish." + text);
            case "step" -> words.say("own.file.step." + text);
            case "answer" ->
                words.say(text.equals("CALL_ME") ? "own.asked.call" : "own.asked." + text.toLowerCase(Locale.ROOT));
            case "screened",
                    "registered_on",
                    "availability_confirmed",
                    "paused_until",
                    "stopped_on",
                    "first",
                    "last",
                    "on",
                    "withdrawn_on" -> new OwnChoices(locale).date(LocalDate.parse(text));
            case "at", "proposed_at", "answered_at", "used_at", "added_at" ->
                new OwnChoices(locale).moment(OffsetDateTime.parse(text).atZoneSameInstant(zone));
            case "trained", "heavy_cases", "pets_unwelcome", "pets", "active" -> words.say("own.kept." + text);
            default -> text;
        };
    }

    /** Who changed something. */
    String who(String way) {
        return words.say(
                switch (way) {
                    case "OWN_PAGE" -> "own.file.by.you";
                    case "SOFTWARE" -> "own.file.by.software";
                    default -> "own.file.by.coordinator";
                });
    }

    private String number(BigDecimal number) {
        return NumberFormat.getNumberInstance(locale).format(number);
    }

    private String languages(String text) {
        OwnChoices choices = new OwnChoices(locale);
        return Languages.parse(text).speaking().entrySet().stream()
                .map(one -> choices.name(one.getKey()) + " (" + words.say("own.level." + one.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    private String week(DayParts parts) {
        OwnChoices choices = new OwnChoices(locale);
        return parts.list().stream()
                .map(one -> choices.day(one.day()) + " " + words.say("own.part." + one.part()))
                .collect(Collectors.joining(", "));
    }

    /** As a change notes it: {@code ["WORK", "HOUSING"]}; or with commas. */
    private String list(String text, String prefix) {
        return Arrays.stream(text.split("[^A-Z_]+", -1))
                .filter(one -> !one.isEmpty())
                .map(one -> words.say(prefix + one))
                .collect(Collectors.joining(", "));
    }
}
