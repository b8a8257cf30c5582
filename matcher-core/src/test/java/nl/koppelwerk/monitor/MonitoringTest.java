package nl.koppelwerk.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.koppelwerk.avoidedcost.report.Period;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.Household;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.pairing.EndReason;
import nl.koppelwerk.domain.programme.LifeDomain;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.monitor.Monitor.Topic;
import nl.koppelwerk.monitor.MonitoredPairing.Ending;
import nl.koppelwerk.monitor.MonitoredPairing.HoursNoted;
import org.junit.jupiter.api.Test;

class MonitoringTest {
    private static final Period YEAR = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));

    private final List<MonitoredFamily> families = new ArrayList<>();
    private final List<MonitoredPairing> pairings = new ArrayList<>();

    @Test
    void aFamilyCountsOnceForEachNeedAndOnceForItsLifeDomain() {
        family("Yilmaz", "nld:A2 tur:C1", Need.PARENTING, Need.SOCIAL_NETWORK);
        family("Kowalska", "pol:C1", Need.PARENTING);
        family("De Vries", "nld:C2", Need.FINANCE);

        assertThat(table(Topic.NEEDS)
                        .lines()
                        .filter(line -> !line.contains("| 0 |"))
                        .toList())
                .containsExactly(
                        "FINANCE | 1 | 33.3",
                        "FINANCE FINANCE | 1 | 33.3",
                        "SOCIAL | 2 | 66.7",
                        "SOCIAL PARENTING | 2 | 66.7",
                        "SOCIAL SOCIAL_NETWORK | 1 | 33.3");
    }

    @Test
    void dutchIsSpokenWellEnoughFromB1AndLanguagesCountFromA2() {
        family("Yilmaz", "nld:A2 tur:C1", Need.FINANCE);
        family("Şahin", "nld:B1 tur:A1", Need.FINANCE);
        family("Kowalska", "pol:C1", Need.FINANCE);
        family("De Vries", "nld:C2", Need.FINANCE);

        assertThat(table(Topic.DUTCH)).isEqualTo("""
                ENOUGH | 2 | 50.0
                LITTLE | 1 | 25.0
                NONE | 1 | 25.0""");
        assertThat(table(Topic.LANGUAGES)).isEqualTo("""
                nld | 3 | 75.0
                pol | 1 | 25.0
                tur | 1 | 25.0""");
    }

    @Test
    void supportLastsFromTheTrialToTheEndOrToTheEndOfThePeriod() {
        pairing("Yilmaz", "2025-12-20", "2026-06-19", EndReason.NO_LONGER_NEEDED);
        pairing("Kowalska", "2025-12-20", "2026-06-20", EndReason.VOLUNTEER_STOPS);
        pairing("De Vries", "2026-12-01", "2027-03-01", EndReason.NO_CONTACT);
        pairing("Osman", "2023-12-31", null, EndReason.OTHER_REASON);

        assertThat(table(Topic.DURATION)).isEqualTo("""
                0-6 | 1 | 1
                6-12 | 1 | 0
                12-18 | 0 | 0
                18-24 | 0 | 0
                24-36 | 0 | 0
                36+ | 0 | 1""");
        assertThat(table(Topic.ENDINGS)).isEqualTo("""
                AS_MEANT | 1 | 50.0
                AS_MEANT NO_LONGER_NEEDED | 1 | 50.0
                DROPPED_OUT | 1 | 50.0
                DROPPED_OUT VOLUNTEER_STOPS | 1 | 50.0""");
    }

    @Test
    void whatNobodyNotedIsUnknownAndNeverZero() {
        FamilyId yilmaz = family("Yilmaz", "nld:B1", Need.FINANCE);
        helped(yilmaz, new HoursNoted(hours("6.5"), hours("2.5")), HoursNoted.UNKNOWN);
        helped(yilmaz, new HoursNoted(hours("3"), Optional.empty()), HoursNoted.UNKNOWN);
        helped(yilmaz, HoursNoted.UNKNOWN, new HoursNoted(hours("1.25"), Optional.empty()));

        assertThat(table(Topic.HOURS)).isEqualTo("""
                VOLUNTEER START | 4.75 | 2 | 1
                VOLUNTEER NOW | 2.50 | 1 | 2
                STAFF START | 1.25 | 1 | 2
                STAFF NOW | - | 0 | 3""");
    }

    @Test
    void progressIsOfFamiliesThatWereHelpedAndSaysHowManyAreNotScored() {
        family("De Vries", "nld:C2", Need.FINANCE);
        helped(scored("Yilmaz", Map.of(LifeDomain.FINANCE, 4)), HoursNoted.UNKNOWN, HoursNoted.UNKNOWN);
        helped(scored("Kowalska", Map.of(LifeDomain.FINANCE, 1)), HoursNoted.UNKNOWN, HoursNoted.UNKNOWN);
        helped(scored("Osman", Map.of(LifeDomain.HEALTH, 5)), HoursNoted.UNKNOWN, HoursNoted.UNKNOWN);

        assertThat(table(Topic.PROGRESS)).isEqualTo("""
                FINANCE | 2.50 | 2 | 1 | 0 | 0 | 1 | 0 | 1
                HOUSING | - | 0 | 0 | 0 | 0 | 0 | 0 | 3
                HEALTH | 5.00 | 1 | 0 | 0 | 0 | 0 | 1 | 2
                SOCIAL | - | 0 | 0 | 0 | 0 | 0 | 0 | 3
                PARTICIPATION | - | 0 | 0 | 0 | 0 | 0 | 0 | 3""");
    }

    @Test
    void aProgrammeCountsItsFamiliesAndWhatBecameOfItsPairings() {
        family("Yilmaz", "nld:B1", Need.FINANCE);
        family("Osman", "nld:B1", Need.FINANCE);
        pairing("Yilmaz", "2026-02-01", "2026-06-20", EndReason.NO_CLICK);
        pairing("Yilmaz", "2025-02-01", "2026-06-20", EndReason.AGREED_TIME_OVER);
        pairing("Osman", "2026-03-01", null, EndReason.OTHER_REASON);
        pairing("Osman", null, "2026-03-05", EndReason.FAMILY_SAYS_NO);

        assertThat(table(Topic.PROGRAMMES)).isEqualTo("Maatjes | 2 | 2 | 1 | 3 | 2");
        assertThat(new Monitoring(YEAR, families, pairings).monitor().pairings())
                .isEqualTo(4);
    }

    @Test
    void withoutFamiliesSharesAreUnknown() {
        assertThat(table(Topic.HOUSEHOLD)).isEqualTo("""
                SINGLE_PARENT | 0 | -
                COUPLE | 0 | -
                OTHER | 0 | -""");
        assertThat(new Monitoring(YEAR, families, pairings)
                        .monitor()
                        .table(Topic.HOUSEHOLD)
                        .empty())
                .isTrue();
    }

    private FamilyId family(String name, String languages, Need... needs) {
        FamilyId id = id(name);
        families.add(new MonitoredFamily(
                id, Household.COUPLE, Languages.parse(languages), Set.of(needs), Set.of("Maatjes"), Map.of()));
        return id;
    }

    private FamilyId scored(String name, Map<LifeDomain, Integer> scores) {
        FamilyId id = id(name);
        families.add(new MonitoredFamily(
                id, Household.COUPLE, Languages.NONE, Set.of(Need.FINANCE), Set.of("Maatjes"), scores));
        return id;
    }

    private void helped(FamilyId family, HoursNoted volunteer, HoursNoted staff) {
        pairings.add(
                new MonitoredPairing(family, "Maatjes", Optional.of(YEAR.from()), Optional.empty(), volunteer, staff));
    }

    private void pairing(
            String family,
            @org.jspecify.annotations.Nullable String start,
            @org.jspecify.annotations.Nullable String end,
            EndReason reason) {
        pairings.add(new MonitoredPairing(
                id(family),
                "Maatjes",
                Optional.ofNullable(start).map(LocalDate::parse),
                Optional.ofNullable(end).map(on -> new Ending(LocalDate.parse(on), reason)),
                HoursNoted.UNKNOWN,
                HoursNoted.UNKNOWN));
    }

    private static Optional<Hours> hours(String text) {
        return Optional.of(Hours.parse(text));
    }

    private static FamilyId id(String name) {
        return new FamilyId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** Group and name, then the values; a dash where there is none. */
    private String table(Topic topic) {
        return new Monitoring(YEAR, families, pairings)
                .monitor().table(topic).rows().stream()
                        .map(row -> (row.group() + " " + row.name()).strip() + " | "
                                + row.values().stream()
                                        .map(value -> value.map(BigDecimal::toPlainString)
                                                .orElse("-"))
                                        .collect(Collectors.joining(" | ")))
                        .collect(Collectors.joining("\n"));
    }
}
