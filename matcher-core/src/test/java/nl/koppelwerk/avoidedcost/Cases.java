package nl.koppelwerk.avoidedcost;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import nl.koppelwerk.avoidedcost.calculation.FamilyCase;
import nl.koppelwerk.avoidedcost.calculation.ReviewedPairing;
import nl.koppelwerk.avoidedcost.price.CareUnit;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.price.PairingCost;
import nl.koppelwerk.avoidedcost.price.PairingCost.Item;
import nl.koppelwerk.avoidedcost.price.Payer;
import nl.koppelwerk.avoidedcost.price.PriceIndex;
import nl.koppelwerk.avoidedcost.price.PriceList;
import nl.koppelwerk.avoidedcost.price.Product;
import nl.koppelwerk.avoidedcost.price.UnitPrice;
import nl.koppelwerk.avoidedcost.review.Beneficiary;
import nl.koppelwerk.avoidedcost.review.CareLine;
import nl.koppelwerk.avoidedcost.review.CaseReview;
import nl.koppelwerk.avoidedcost.review.Estimate;
import nl.koppelwerk.avoidedcost.review.EvidenceGrade;
import nl.koppelwerk.avoidedcost.review.QuantityRange;
import nl.koppelwerk.avoidedcost.review.Reductions;
import nl.koppelwerk.avoidedcost.review.Share;
import nl.koppelwerk.avoidedcost.review.Timelines;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.programme.ProgrammeId;

/** Cases to calculate with. */
public final class Cases {
    public static final Product STAY = new Product("44", "verblijf");
    public static final Product GUIDANCE = new Product("45", "begeleiding");
    public static final Product HOUSEHOLD_HELP = new Product("01", "huishouden");
    public static final Instant MARCH = Instant.parse("2026-03-05T10:15:00Z");
    public static final Timelines WORDS = new Timelines("Hulp thuis.", "Uit huis.", "Thuis gebleven.");
    private static final ProgrammeId PROGRAMME = new ProgrammeId(new UUID(7, 3));

    private Cases() {}

    public static UnitPrice price(Product product, String low, String high) {
        return new UnitPrice(
                product,
                product.code(),
                product.equals(HOUSEHOLD_HELP) ? Payer.WMO : Payer.JEUGDWET,
                CareUnit.DAY,
                Money.ofEuros(low),
                Money.ofEuros(high),
                2024,
                "contract 17",
                UnitPrice.Origin.CONTRACT);
    }

    /** Stay costs 50 euros, guidance 45.77 to 58.44, household help 31. */
    public static PriceList prices() {
        return PriceList.of(
                2024,
                List.of(
                        price(STAY, "50", "50"),
                        price(GUIDANCE, "45.77", "58.44"),
                        price(HOUSEHOLD_HELP, "31.00", "31.00")),
                new PriceIndex(Map.of(2024, BigDecimal.TEN), "CBS"));
    }

    public static CareLine line(Product product, int year, String reference, String actual) {
        return new CareLine(
                product,
                year,
                Beneficiary.WHOLE_FAMILY,
                QuantityRange.exactly(reference),
                QuantityRange.exactly(actual),
                false,
                EvidenceGrade.TRIAL,
                Reductions.NONE);
    }

    public static CareLine ofChild(int child, CareLine line) {
        return new CareLine(
                line.product(),
                line.year(),
                new Beneficiary(child),
                line.reference(),
                line.actual(),
                line.measuredAfterEnd(),
                line.evidence(),
                line.reductions());
    }

    public static CareLine measured(CareLine line) {
        return new CareLine(
                line.product(),
                line.year(),
                line.beneficiary(),
                line.reference(),
                line.actual(),
                true,
                line.evidence(),
                line.reductions());
    }

    /** Runs from 2024 up to 2026. */
    public static CaseReview review(int number, CareLine... lines) {
        return review(number, LocalDate.of(2024, 1, 1), LocalDate.of(2026, 1, 1), lines);
    }

    public static CaseReview review(int number, LocalDate started, LocalDate until, CareLine... lines) {
        return new CaseReview(
                new PairingId(new UUID(11, number)),
                started,
                until,
                new Estimate(WORDS, Arrays.asList(lines), "coordinator", List.of("wijkteam")),
                MARCH,
                List.of());
    }

    public static ReviewedPairing pairing(CaseReview review, PairingCost... costs) {
        return new ReviewedPairing(PROGRAMME, review, Arrays.asList(costs));
    }

    public static FamilyCase family(int number, ReviewedPairing... pairings) {
        return new FamilyCase(new FamilyId(new UUID(5, number)), Arrays.asList(pairings));
    }

    public static FamilyCase family(CareLine... lines) {
        return family(1, pairing(review(1, lines)));
    }

    public static PairingCost subsidy(int year, String euros) {
        return new PairingCost(year, BigDecimal.ZERO, Money.ZERO, Map.of(Item.SUBSIDY, Money.ofEuros(euros)));
    }

    /** Families with one to three pairings, lines for the family and its children, some of them negative. */
    public static List<FamilyCase> random(long seed, int families) {
        SplittableRandom random = new SplittableRandom(seed);
        List<FamilyCase> cases = new ArrayList<>();
        for (int family = 0; family < families; family++) {
            List<ReviewedPairing> pairings = new ArrayList<>();
            for (int pairing = 0, count = random.nextInt(1, 4); pairing < count; pairing++) {
                pairings.add(randomPairing(random, family * 4 + pairing));
            }
            cases.add(family(family, pairings.toArray(ReviewedPairing[]::new)));
        }
        return cases;
    }

    private static ReviewedPairing randomPairing(SplittableRandom random, int number) {
        List<CareLine> lines = new ArrayList<>();
        for (Product product : List.of(STAY, GUIDANCE, HOUSEHOLD_HELP)) {
            for (int child = 0; child < 3; child++) {
                for (int year = 2024; year < 2027; year++) {
                    if (random.nextInt(4) == 0) {
                        lines.add(ofChild(child, randomLine(random, product, year)));
                    }
                }
            }
        }
        LocalDate started = LocalDate.of(2024, 1 + random.nextInt(12), 1 + random.nextInt(28));
        CaseReview review =
                review(number, started, started.plusDays(random.nextInt(900)), lines.toArray(CareLine[]::new));
        return pairing(review, subsidy(2024, "" + random.nextInt(6000)), subsidy(2025, "" + random.nextInt(900)));
    }

    private static CareLine randomLine(SplittableRandom random, Product product, int year) {
        return new CareLine(
                product,
                year,
                Beneficiary.WHOLE_FAMILY,
                randomRange(random, 200),
                randomRange(random, 120),
                random.nextInt(3) == 0,
                EvidenceGrade.values()[random.nextInt(6)],
                new Reductions(share(random), share(random), share(random), share(random)));
    }

    private static QuantityRange randomRange(SplittableRandom random, int most) {
        int[] points = {random.nextInt(most), random.nextInt(most), random.nextInt(most)};
        Arrays.sort(points);
        return QuantityRange.of(points[0] + ".25", points[1] + ".5", points[2] + ".75");
    }

    private static Share share(SplittableRandom random) {
        return Share.values()[random.nextInt(5)];
    }
}
