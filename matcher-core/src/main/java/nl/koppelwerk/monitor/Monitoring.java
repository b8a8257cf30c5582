package nl.koppelwerk.monitor;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.Household;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.pairing.EndReason;
import nl.koppelwerk.domain.programme.LifeDomain;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.monitor.Monitor.Figure;
import nl.koppelwerk.monitor.Monitor.Row;
import nl.koppelwerk.monitor.Monitor.Table;
import nl.koppelwerk.monitor.Monitor.Topic;
import nl.koppelwerk.monitor.MonitoredPairing.HoursNoted;

/** Counts the tables of a monitor. */
public final class Monitoring {
    /** Months from which each group of durations starts, as in the Rotterdam monitor, and what is longer. */
    private static final List<Integer> MONTHS = List.of(0, 6, 12, 18, 24, 36);

    private static final int MONTHS_IN_A_YEAR = 12;
    private static final int SCORES = 5;
    private static final Level ENOUGH_DUTCH = Level.B1;

    private final nl.koppelwerk.avoidedcost.report.Period period;
    private final List<MonitoredFamily> families;
    private final List<MonitoredPairing> pairings;

    public Monitoring(
            nl.koppelwerk.avoidedcost.report.Period period,
            List<MonitoredFamily> families,
            List<MonitoredPairing> pairings) {
        this.period = period;
        this.families = List.copyOf(families);
        this.pairings = List.copyOf(pairings);
    }

    public Monitor monitor() {
        return new Monitor(
                period,
                families.size(),
                pairings.size(),
                List.of(
                        needs(),
                        household(),
                        dutch(),
                        languages(),
                        duration(),
                        hours(),
                        progress(),
                        endings(),
                        programmes()));
    }

    /** A family is counted once for each need, and once for each life domain that it has a need in. */
    private Table needs() {
        List<Row> rows = new ArrayList<>();
        for (LifeDomain domain : LifeDomain.values()) {
            rows.add(families(
                    "",
                    domain.name(),
                    family -> family.needs().stream().anyMatch(need -> need.lifeDomain() == domain)));
            Arrays.stream(Need.values())
                    .filter(need -> need.lifeDomain() == domain)
                    .map(need -> families(
                            domain.name(), need.name(), family -> family.needs().contains(need)))
                    .forEach(rows::add);
        }
        return new Table(Topic.NEEDS, List.of(Figure.FAMILIES, Figure.SHARE), rows);
    }

    private Table household() {
        return new Table(
                Topic.HOUSEHOLD,
                List.of(Figure.FAMILIES, Figure.SHARE),
                Arrays.stream(Household.values())
                        .map(household -> families("", household.name(), family -> family.household() == household))
                        .toList());
    }

    private Table dutch() {
        return new Table(
                Topic.DUTCH,
                List.of(Figure.FAMILIES, Figure.SHARE),
                List.of(
                        families("", "ENOUGH", family -> speaksDutch(family, level -> level.atLeast(ENOUGH_DUTCH))),
                        families("", "LITTLE", family -> speaksDutch(family, level -> !level.atLeast(ENOUGH_DUTCH))),
                        families(
                                "",
                                "NONE",
                                family ->
                                        family.languages().level(Language.DUTCH).isEmpty())));
    }

    private static boolean speaksDutch(MonitoredFamily family, Predicate<Level> well) {
        return family.languages().level(Language.DUTCH).filter(well).isPresent();
    }

    /** Most spoken first. */
    private Table languages() {
        SortedMap<Language, Long> speakers = new TreeMap<>();
        families.forEach(family -> family.languages().speaking().forEach((language, level) -> {
            if (level.atLeast(Level.A2)) {
                speakers.merge(language, 1L, Long::sum);
            }
        }));
        return new Table(
                Topic.LANGUAGES,
                List.of(Figure.FAMILIES, Figure.SHARE),
                speakers.entrySet().stream()
                        .sorted(Map.Entry.<Language, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .map(entry -> counted("", entry.getKey().code(), entry.getValue(), families.size()))
                        .toList());
    }

    private Table duration() {
        List<Row> rows = new ArrayList<>();
        for (int group = 0; group < MONTHS.size(); group++) {
            int from = MONTHS.get(group);
            int to = group + 1 < MONTHS.size() ? MONTHS.get(group + 1) : Integer.MAX_VALUE;
            Predicate<MonitoredPairing> within = pairing -> months(pairing)
                    .filter(months -> months >= from && months < to)
                    .isPresent();
            rows.add(new Row(
                    "",
                    to == Integer.MAX_VALUE ? from + "+" : from + "-" + to,
                    List.of(
                            number(count(within.and(this::finished))),
                            number(count(within.and(pairing -> !finished(pairing)))))));
        }
        return new Table(Topic.DURATION, List.of(Figure.FINISHED, Figure.ONGOING), rows);
    }

    /** Whole months of help until it ended, or until the end of the period; empty: it never started. */
    private Optional<Integer> months(MonitoredPairing pairing) {
        LocalDate until = pairing.ending()
                .map(MonitoredPairing.Ending::on)
                .filter(on -> !on.isAfter(period.until()))
                .orElse(period.until());
        return pairing.startedOn().map(start -> {
            Period lasted = Period.between(start, until);
            return Math.max(0, lasted.getYears() * MONTHS_IN_A_YEAR + lasted.getMonths());
        });
    }

    private boolean finished(MonitoredPairing pairing) {
        return pairing.ending()
                .filter(ending -> !ending.on().isAfter(period.until()))
                .isPresent();
    }

    private Table hours() {
        return new Table(
                Topic.HOURS,
                List.of(Figure.MEAN, Figure.PAIRINGS, Figure.UNKNOWN),
                List.of(
                        mean("VOLUNTEER", "START", MonitoredPairing::volunteer, HoursNoted::atStart),
                        mean("VOLUNTEER", "NOW", MonitoredPairing::volunteer, HoursNoted::now),
                        mean("STAFF", "START", MonitoredPairing::staff, HoursNoted::atStart),
                        mean("STAFF", "NOW", MonitoredPairing::staff, HoursNoted::now)));
    }

    private Row mean(
            String whose,
            String when,
            Function<MonitoredPairing, HoursNoted> noted,
            Function<HoursNoted, Optional<Hours>> at) {
        List<MonitoredPairing> helping = pairings.stream()
                .filter(pairing -> pairing.startedOn().isPresent())
                .toList();
        List<BigDecimal> hours = helping.stream()
                .flatMap(pairing -> at.apply(noted.apply(pairing)).stream())
                .map(Hours::toBigDecimal)
                .toList();
        return new Row(whose, when, List.of(mean(hours), number(hours.size()), number(helping.size() - hours.size())));
    }

    private Table progress() {
        Set<FamilyId> paired = pairings.stream()
                .filter(pairing -> pairing.startedOn().isPresent())
                .map(MonitoredPairing::family)
                .collect(Collectors.toSet());
        List<MonitoredFamily> helped =
                families.stream().filter(family -> paired.contains(family.id())).toList();
        return new Table(
                Topic.PROGRESS,
                List.of(
                        Figure.MEAN,
                        Figure.FAMILIES,
                        Figure.WORSE,
                        Figure.SAME,
                        Figure.BETTER_INTENSIVE,
                        Figure.BETTER_LIMITED,
                        Figure.BETTER_NONE,
                        Figure.UNKNOWN),
                Arrays.stream(LifeDomain.values())
                        .filter(domain -> domain != LifeDomain.OTHER)
                        .map(domain -> progress(domain, helped))
                        .toList());
    }

    private static Row progress(LifeDomain domain, List<MonitoredFamily> helped) {
        List<BigDecimal> scores = helped.stream()
                .flatMap(family -> Stream.ofNullable(family.scores().get(domain)))
                .map(BigDecimal::valueOf)
                .toList();
        List<Optional<BigDecimal>> values = new ArrayList<>(List.of(mean(scores), number(scores.size())));
        for (int score = 1; score <= SCORES; score++) {
            BigDecimal wanted = BigDecimal.valueOf(score);
            values.add(number(scores.stream().filter(wanted::equals).count()));
        }
        values.add(number(helped.size() - scores.size()));
        return new Row("", domain.name(), values);
    }

    private Table endings() {
        List<MonitoredPairing.Ending> ended = pairings.stream()
                .filter(this::finished)
                .flatMap(pairing -> pairing.ending().stream())
                .toList();
        List<Row> rows = new ArrayList<>();
        for (boolean dropped : new boolean[] {false, true}) {
            String group = dropped ? "DROPPED_OUT" : "AS_MEANT";
            rows.add(counted(
                    "",
                    group,
                    ended.stream().filter(one -> one.droppedOut() == dropped).count(),
                    ended.size()));
            for (EndReason reason : EndReason.values()) {
                List<MonitoredPairing.Ending> of =
                        ended.stream().filter(one -> one.reason() == reason).toList();
                if (!of.isEmpty() && of.getFirst().droppedOut() == dropped) {
                    rows.add(counted(group, reason.name(), of.size(), ended.size()));
                }
            }
        }
        return new Table(Topic.ENDINGS, List.of(Figure.PAIRINGS, Figure.SHARE), rows);
    }

    private Table programmes() {
        return new Table(
                Topic.PROGRAMMES,
                List.of(Figure.FAMILIES, Figure.STARTED, Figure.ONGOING, Figure.FINISHED, Figure.DROPPED_OUT),
                families.stream()
                        .flatMap(family -> family.programmes().stream())
                        .distinct()
                        .sorted()
                        .map(this::programme)
                        .toList());
    }

    private Row programme(String name) {
        Predicate<MonitoredPairing> own = pairing -> pairing.programme().equals(name);
        Predicate<MonitoredPairing> helped = pairing -> pairing.startedOn().isPresent();
        return new Row(
                "",
                name,
                List.of(
                        number(families.stream()
                                .filter(family -> family.programmes().contains(name))
                                .count()),
                        number(count(own.and(pairing -> pairing.startedOn()
                                .filter(start -> !start.isBefore(period.from()))
                                .isPresent()))),
                        number(count(own.and(helped).and(pairing -> !finished(pairing)))),
                        number(count(own.and(this::finished))),
                        number(count(own.and(this::finished)
                                .and(pairing -> pairing.ending()
                                        .filter(MonitoredPairing.Ending::droppedOut)
                                        .isPresent())))));
    }

    private long count(Predicate<MonitoredPairing> which) {
        return pairings.stream().filter(which).count();
    }

    private Row families(String group, String name, Predicate<MonitoredFamily> which) {
        return counted(group, name, families.stream().filter(which).count(), families.size());
    }

    private static Row counted(String group, String name, long count, long of) {
        Optional<BigDecimal> share = of == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(100 * count).divide(BigDecimal.valueOf(of), 1, RoundingMode.HALF_UP));
        return new Row(group, name, List.of(number(count), share));
    }

    private static Optional<BigDecimal> number(long number) {
        return Optional.of(BigDecimal.valueOf(number));
    }

    private static Optional<BigDecimal> mean(List<BigDecimal> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(values.size()), 2, RoundingMode.HALF_UP));
    }
}
