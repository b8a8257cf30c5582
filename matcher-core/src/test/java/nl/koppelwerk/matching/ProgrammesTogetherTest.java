package nl.koppelwerk.matching;

import static nl.koppelwerk.example.AFamily.aFamily;
import static nl.koppelwerk.example.ANight.aNight;
import static nl.koppelwerk.example.ANight.request;
import static nl.koppelwerk.example.ANight.volunteer;
import static nl.koppelwerk.example.AProgramme.aProgramme;
import static nl.koppelwerk.example.ARequest.aRequest;
import static nl.koppelwerk.example.AVolunteer.aVolunteer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import nl.koppelwerk.domain.family.Urgency;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.example.AFamily;
import nl.koppelwerk.example.ANight;
import nl.koppelwerk.example.ARequest;
import nl.koppelwerk.example.AVolunteer;
import nl.koppelwerk.fit.rule.Outcome;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.sentence.Sentences;
import nl.koppelwerk.solver.Progress;
import nl.koppelwerk.solver.Settings;
import nl.koppelwerk.solver.Status;
import nl.koppelwerk.trial.BruteForce;
import nl.koppelwerk.verify.CertificateVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programmes that share volunteers are one problem; those that do not stay as if each were alone. */
class ProgrammesTogetherTest {
    private static final Settings SETTINGS = Settings.nightly(7).withThreads(1);

    @Test
    void aVolunteerIsNotProposedToAProgrammeThatHerOwnDoesNotShareWith() {
        Matched matched = propose(two().with(aFamily("F-1"))
                .with(aRequest("V-1").of("F-1").in("BUURT"))
                .with(aVolunteer("W-1").in("MAATJE").lentTo("ELDERS")));

        assertThat(matched.proposals()).isEmpty();
        assertThat(matched.unpaired().getFirst().causes().stream().map(Sentences.dutch()::say))
                .contains("1 vrijwilliger valt af op: Programma.");
    }

    @Test
    void aVolunteerWhoIsSharedIsProposedAndTheReasonsSayThatTheOtherProgrammeHasToAgree() {
        Matched matched = propose(two().with(aFamily("F-1"))
                .with(aRequest("V-1").of("F-1").in("BUURT"))
                .with(aVolunteer("W-1").in("MAATJE").lentTo("BUURT")));

        assertThat(matched.proposals()).extracting(Proposal::volunteer).containsExactly(volunteer("W-1"));
        assertThat(matched.proposals().getFirst().reasons())
                .filteredOn(reason -> reason.rule().equals("same-programme"))
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.outcome()).isEqualTo(Outcome.UNKNOWN);
                    assertThat(Sentences.dutch().say(reason.sentence()))
                            .isEqualTo("De vrijwilliger is van een ander programma, dat vrijwilligers deelt met"
                                    + " Programma BUURT. Dat programma moet het ook goed vinden.");
                });
    }

    @Test
    void nobodyGetsMoreFamiliesOrHoursOverTwoProgrammesThanAgreed() {
        Matched matched = propose(two().with(aFamily("F-1"))
                .with(aFamily("F-2"))
                .with(aFamily("F-3"))
                .with(aRequest("V-1").of("F-1").in("MAATJE").asking("2.5"))
                .with(aRequest("V-2").of("F-2").in("BUURT").asking("2").urgency(Urgency.RAISED))
                .with(aRequest("V-3").of("F-3").in("BUURT").asking("1.5").on(1, "sat-morning"))
                .with(aVolunteer("W-1")
                        .in("MAATJE")
                        .lentTo("BUURT")
                        .forFamilies(2)
                        .having("4")));

        assertThat(matched.proposals()).extracting(Proposal::request).containsExactly(request("V-2"), request("V-3"));
    }

    @Test
    void twoRequestsOfAFamilyInTwoProgrammesNeverShareADayPartAndPreferOneLanguage() {
        ANight night = two().with(aFamily("F-1").speaking("nld:B2 tur:C2"))
                .with(aRequest("V-1").of("F-1").in("MAATJE").on(1, "wed-afternoon"))
                .with(aRequest("V-2").of("F-1").in("BUURT").on(1, "wed-afternoon sat-morning"))
                .with(aVolunteer("W-1").in("MAATJE").speaking("tur"))
                .with(aVolunteer("W-2").in("BUURT").speaking("nld").livingAt(3021))
                .with(aVolunteer("W-3").in("BUURT").speaking("tur").livingAt(3022));

        Matched matched = propose(night);

        assertThat(matched.proposals())
                .extracting(Proposal::volunteer, Proposal::dayParts)
                .containsExactly(
                        tuple(volunteer("W-1"), DayParts.parse("wed-afternoon")),
                        tuple(volunteer("W-3"), DayParts.parse("sat-morning")));
    }

    @Test
    void whoSharesServesMore() {
        List<Long> more = LongStream.rangeClosed(1, 12)
                .filter(seed -> optimum(new City(seed).night(true)).servedWeight()
                        > optimum(new City(seed).night(false)).servedWeight())
                .boxed()
                .toList();

        assertThat(more).containsExactly(1L, 2L, 3L, 5L, 6L, 7L, 8L, 12L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void withoutAnAgreementItIsWhatEachFindsAloneAndWithOneNeverLess(long seed) {
        City city = new City(seed);

        PlanValue together = optimum(city.night(true));
        PlanValue apart = optimum(city.night(false));

        assertThat(apart).isEqualTo(optimum(city.alone("MAATJE")).plus(optimum(city.alone("BUURT"))));
        assertThat(together).isGreaterThanOrEqualTo(apart);
    }

    /** Of this night: proved by the prices, checked from the people themselves, and equal to trying everything. */
    private static PlanValue optimum(Snapshot night) {
        Matched matched = new Matching(Clock.systemUTC()).propose(night, SETTINGS, Progress.NONE);
        BruteForce.Best best = BruteForce.best(matched.candidates().problem());

        assertThat(matched.result().status()).isEqualTo(Status.OPTIMAL);
        assertThat(matched.result().value()).isEqualTo(new PlanValue(best.first(), best.second()));
        assertThat(CertificateVerifier.verify(
                        matched.candidates().problem(),
                        matched.result().certificate().orElseThrow()))
                .isInstanceOf(CertificateVerifier.Verdict.Holds.class);
        assertThat(ProposalCheck.breaches(
                        night, matched.proposals().stream().map(Promise::of).toList()))
                .isEmpty();
        return matched.result().value();
    }

    private static ANight two() {
        return aNight().with(aProgramme("MAATJE")).with(aProgramme("BUURT"));
    }

    private static Matched propose(ANight night) {
        return new Matching(Clock.systemUTC()).propose(night.build(), SETTINGS, Progress.NONE);
    }

    /** Five families of one programme and three of another, with volunteers enough for some. */
    private static final class City {
        private static final List<String> WEEK =
                List.of("wed-afternoon", "sat-morning", "mon-evening", "wed-afternoon sat-morning");

        private final long seed;

        City(long seed) {
            this.seed = seed;
        }

        Snapshot night(boolean shared) {
            return people(two(), shared, "MAATJE", "BUURT").build();
        }

        Snapshot alone(String programme) {
            return people(aNight().with(aProgramme(programme)), false, programme)
                    .build();
        }

        /** Everybody is drawn, whoever takes part, so that they are the same people each time. */
        private ANight people(ANight night, boolean shared, String... programmes) {
            Random random = new Random(seed);
            List<String> some = List.of(programmes);
            for (int i = 0; i < 8; i++) {
                String programme = i < 5 ? "MAATJE" : "BUURT";
                AFamily family = aFamily("F-" + i).livingAt(3015 + random.nextInt(12));
                ARequest request = aRequest("V-" + i)
                        .of("F-" + i)
                        .in(programme)
                        .on(1, WEEK.get(random.nextInt(4)))
                        .urgency(Urgency.values()[random.nextInt(3)]);
                if (some.contains(programme)) {
                    night = night.with(family).with(request);
                }
            }
            for (int i = 0; i < 5; i++) {
                String own = i < 2 ? "MAATJE" : "BUURT";
                String other = i < 2 ? "BUURT" : "MAATJE";
                AVolunteer volunteer = aVolunteer("W-" + i)
                        .in(own)
                        .livingAt(3015 + random.nextInt(12))
                        .availableOn(WEEK.get(random.nextInt(4)))
                        .forFamilies(1 + random.nextInt(2));
                if (some.contains(own)) {
                    night = night.with(shared ? volunteer.lentTo(other) : volunteer);
                }
            }
            return night;
        }
    }
}
