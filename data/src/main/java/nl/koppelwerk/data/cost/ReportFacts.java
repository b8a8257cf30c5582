package nl.koppelwerk.data.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.koppelwerk.avoidedcost.calculation.FamilyCase;
import nl.koppelwerk.avoidedcost.calculation.ReviewedPairing;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.price.PairingCost;
import nl.koppelwerk.avoidedcost.price.PairingCost.Item;
import nl.koppelwerk.avoidedcost.report.FamilyFacts;
import nl.koppelwerk.avoidedcost.report.Period;
import nl.koppelwerk.avoidedcost.review.CaseReview;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.Household;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.programme.LifeDomain;
import nl.koppelwerk.domain.programme.ProgrammeId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a report on a municipality is made of. To be used inside the scope of the organisation. */
public final class ReportFacts {
    private static final int QUARTERS_IN_AN_HOUR = 4;

    /** Step by step from the municipality, because a planner without statistics joins six tables in any order. */
    private static final String PAIRED = """
            with here as materialized (
                select f.id, f.household
                from family f
                join place on place.postcode = f.postcode
                where place.municipality = :municipality
            ), asked as materialized (
                select r.id, r.family, r.programme, r.waiting_since, r.quarters_per_week
                from support_request r
                join here on here.id = r.family
            ), paired as materialized (
                select k.id, k.step, a.family, a.programme, a.waiting_since, a.quarters_per_week
                from pairing k
                join asked a on a.id = k.request
            )
            """;

    private final JdbcClient jdbc;
    private final CaseReviews reviews;

    public ReportFacts(JdbcClient jdbc, CaseReviews reviews) {
        this.jdbc = jdbc;
        this.reviews = reviews;
    }

    public List<String> programmes() {
        return jdbc.sql("select distinct name from programme order by name")
                .query((row, number) -> row.getString("name"))
                .list();
    }

    /** Families with a pairing that ran in the period: one row each, of the furthest of their pairings. */
    public List<FamilyFacts> families(String municipality, Period period) {
        String sql = PAIRED + """
                , lived as materialized (
                    select k.family, k.programme, k.id as pairing, k.step, l.started_on,
                           greatest(l.started_on - k.waiting_since, 0) as waiting_days,
                           (least(coalesce(l.ended_on, :until), :until) - greatest(l.started_on, :from) + 1)
                               * coalesce(l.quarters_per_week, k.quarters_per_week) / 7.0 as quarters
                    from paired k
                    join pairing_life l on l.pairing = k.id
                    where l.started_on <= :until and coalesce(l.ended_on, :until) >= :from
                ), furthest as materialized (
                    select distinct on (t.family) t.family, t.programme, t.step, t.waiting_days,
                           (sum(t.quarters) over (partition by t.family))::bigint as quarters
                    from lived t
                    order by t.family, t.step = 'ENDED', t.started_on desc, t.pairing
                )
                select t.family, here.household, p.name as programme, t.step, t.waiting_days, t.quarters,
                       (select count(*) from child c where c.family = t.family) as children
                from furthest t
                join here on here.id = t.family
                join programme p on p.id = t.programme
                order by t.family
                """;
        Map<UUID, Map<LifeDomain, Integer>> scores = scores(municipality, period);
        return jdbc.sql(sql)
                .param("municipality", municipality)
                .param("from", period.from())
                .param("until", period.until())
                .query((row, number) -> facts(row, scores))
                .list();
    }

    private static FamilyFacts facts(ResultSet row, Map<UUID, Map<LifeDomain, Integer>> scores) throws SQLException {
        UUID family = row.getObject("family", UUID.class);
        return new FamilyFacts(
                new FamilyId(family),
                row.getString("programme"),
                Household.valueOf(row.getString("household")),
                Step.valueOf(row.getString("step")),
                row.getInt("children"),
                row.getInt("waiting_days"),
                row.getLong("quarters") / QUARTERS_IN_AN_HOUR,
                scores.getOrDefault(family, Map.of()));
    }

    /** The last score of each family in each life domain. */
    private Map<UUID, Map<LifeDomain, Integer>> scores(String municipality, Period period) {
        String sql = PAIRED + """
                , talk as materialized (
                    select k.family, c.pairing, c.side, c.week, c.held_on
                    from paired k
                    join check_in c on c.pairing = k.id
                    where c.held_on between :from and :until
                )
                select distinct on (t.family, s.life_domain) t.family, s.life_domain, s.score
                from talk t
                join check_in_progress s on s.pairing = t.pairing and s.side = t.side and s.week = t.week
                order by t.family, s.life_domain, t.held_on desc, s.side, s.week desc
                """;
        Map<UUID, Map<LifeDomain, Integer>> scores = new HashMap<>();
        jdbc.sql(sql)
                .param("municipality", municipality)
                .param("from", period.from())
                .param("until", period.until())
                .query((row, number) -> scores.computeIfAbsent(
                                row.getObject("family", UUID.class), _ -> new EnumMap<>(LifeDomain.class))
                        .put(LifeDomain.valueOf(row.getString("life_domain")), row.getInt("score")))
                .list();
        return scores;
    }

    /** Reviewed pairings of these families, with what they cost in each year. */
    public List<FamilyCase> cases(List<FamilyFacts> families, LocalDate until) {
        String sql = """
                with asked as materialized (
                    select r.id, r.family, r.programme from support_request r where r.family = any (:families)
                )
                select a.family, a.programme, k.id as pairing
                from asked a
                join pairing k on k.request = a.id
                where exists (select from case_review c where c.pairing = k.id)
                """;
        Map<PairingId, Reviewed> reviewed = jdbc
                .sql(sql)
                .param(
                        "families",
                        families.stream().map(family -> family.family().value()).toArray(UUID[]::new))
                .query((row, number) -> new Reviewed(
                        new FamilyId(row.getObject("family", UUID.class)),
                        row.getObject("programme", UUID.class),
                        new PairingId(row.getObject("pairing", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Reviewed::pairing, Function.identity()));
        Map<UUID, Map<Integer, PairingCost>> costs = new ProgrammeCosts(jdbc).byYear();
        Map<FamilyId, List<ReviewedPairing>> found = new LinkedHashMap<>();
        for (CaseReview review : reviews.list(reviewed.keySet())) {
            Reviewed of = Objects.requireNonNull(reviewed.get(review.pairing()));
            if (!review.started().isAfter(until)) {
                found.computeIfAbsent(of.family(), _ -> new ArrayList<>())
                        .add(new ReviewedPairing(
                                new ProgrammeId(of.programme()),
                                review,
                                costsOf(review, costs.getOrDefault(of.programme(), Map.of()))));
            }
        }
        return found.entrySet().stream()
                .map(family -> new FamilyCase(family.getKey(), family.getValue()))
                .toList();
    }

    /** Years in which the pairings ran, of which no cost is known: what is missing before their euros can be believed. */
    List<ProgrammeCosts.Gap> gaps(List<FamilyCase> cases) {
        Map<ProgrammeId, String> names = new ProgrammeCosts(jdbc).names();
        return cases.stream()
                .flatMap(family -> family.pairings().stream())
                .flatMap(pairing -> pairing.yearsWithoutCost()
                        .mapToObj(year -> new ProgrammeCosts.Gap(names.getOrDefault(pairing.programme(), ""), year)))
                .distinct()
                .sorted(Comparator.comparing(ProgrammeCosts.Gap::programme).thenComparing(ProgrammeCosts.Gap::year))
                .toList();
    }

    private record Reviewed(FamilyId family, UUID programme, PairingId pairing) {}

    /** The cost of a whole year, for the days of the year that the pairing ran. */
    private static List<PairingCost> costsOf(CaseReview review, Map<Integer, PairingCost> ofProgramme) {
        List<PairingCost> costs = new ArrayList<>();
        for (int year = review.started().getYear(); year <= review.until().getYear(); year++) {
            PairingCost whole = ofProgramme.get(year);
            if (whole != null) {
                costs.add(part(whole, review));
            }
        }
        return costs;
    }

    private static PairingCost part(PairingCost whole, CaseReview review) {
        LocalDate newYear = LocalDate.of(whole.year(), 1, 1);
        LocalDate from = review.started().isAfter(newYear) ? review.started() : newYear;
        LocalDate to = review.until().isBefore(newYear.plusYears(1)) ? review.until() : newYear.plusYears(1);
        BigDecimal days = BigDecimal.valueOf(Math.max(0, ChronoUnit.DAYS.between(from, to)));
        BigDecimal year = BigDecimal.valueOf(newYear.lengthOfYear());
        Map<Item, Money> items = new EnumMap<>(Item.class);
        whole.items()
                .forEach((item, amount) -> items.put(
                        item, amount.exactly().times(days).dividedBy(year).toMoney()));
        return new PairingCost(
                whole.year(),
                whole.coordinatorHours().multiply(days).divide(year, 8, RoundingMode.HALF_UP),
                whole.hourlyRate(),
                items);
    }
}
