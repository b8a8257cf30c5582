package nl.koppelwerk.example;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.programme.Audience;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.RuleSettings;
import nl.koppelwerk.domain.programme.SupportKind;

/** Builds a programme; left alone it pairs both kinds, within 15 km, up to 1,000 introductions a week. */
public final class AProgramme {
    public static final OrganisationId ORGANISATION = new OrganisationId(id("organisation"));

    private final String code;
    private int introductionsPerWeek = 1000;
    private int screeningYears = RuleSettings.DEFAULT.screeningYears();
    private Level level = RuleSettings.DEFAULT.languageLevel();
    private int maximumDistanceMetres = RuleSettings.DEFAULT.maximumDistanceMetres();
    private int unconfirmedDays = RuleSettings.DEFAULT.unconfirmedDays();
    private final Map<String, Integer> weights = new HashMap<>();
    private Optional<Audience> audience = Optional.empty();

    private AProgramme(String code) {
        this.code = code;
    }

    public static AProgramme aProgramme() {
        return aProgramme("MAATJE");
    }

    public static AProgramme aProgramme(String code) {
        return new AProgramme(code);
    }

    static UUID id(String reference) {
        return UUID.nameUUIDFromBytes(reference.getBytes(StandardCharsets.UTF_8));
    }

    public AProgramme introducing(int perWeek) {
        introductionsPerWeek = perWeek;
        return this;
    }

    public AProgramme screeningFor(int years) {
        screeningYears = years;
        return this;
    }

    public AProgramme talkingAt(Level atLeast) {
        level = atLeast;
        return this;
    }

    public AProgramme within(int metres) {
        maximumDistanceMetres = metres;
        return this;
    }

    public AProgramme trustingAvailabilityFor(int days) {
        unconfirmedDays = days;
        return this;
    }

    public AProgramme weighing(String rule, int weight) {
        weights.put(rule, weight);
        return this;
    }

    public AProgramme meantFor(Audience families) {
        audience = Optional.of(families);
        return this;
    }

    public Programme build() {
        return new Programme(
                new ProgrammeId(id("programme " + code)),
                ORGANISATION,
                code,
                "Programma " + code,
                Set.of(SupportKind.values()),
                introductionsPerWeek,
                new RuleSettings(1, screeningYears, level, maximumDistanceMetres, unconfirmedDays, weights),
                audience);
    }
}
