package nl.koppelwerk.recruit;

import static nl.koppelwerk.example.AFamily.aFamily;
import static nl.koppelwerk.example.ANight.aNight;
import static nl.koppelwerk.example.ANight.request;
import static nl.koppelwerk.example.AProgramme.aProgramme;
import static nl.koppelwerk.example.ARequest.aRequest;
import static nl.koppelwerk.example.AVolunteer.aVolunteer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.koppelwerk.bound.Certificate;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.example.ANight;
import nl.koppelwerk.matching.Matched;
import nl.koppelwerk.matching.Matching;
import nl.koppelwerk.solver.Progress;
import nl.koppelwerk.solver.Settings;
import org.junit.jupiter.api.Test;

class RecruitingTest {
    private static final Settings SETTINGS = Settings.nightly(3).withThreads(1);

    @Test
    void theOneWhoHelpsMostComesFirstWithTheLeastThatIsAsked() {
        ANight night = aNight().with(aFamily("F-1").speaking("tir"))
                .with(aFamily("F-2").speaking("tir").livingAt(3022))
                .with(aFamily("F-3").speaking("tir").livingAt(3022))
                .with(aFamily("F-4").speaking("pol").livingAt(3050))
                .with(aRequest("V-1").of("F-1").on(1, "wed-afternoon").needing(Need.FINANCE))
                .with(aRequest("V-2").of("F-2").on(1, "wed-afternoon thu-evening"))
                .with(aRequest("V-3").of("F-3").on(1, "fri-morning"))
                .with(aRequest("V-4").of("F-4").on(1, "sat-morning"))
                .with(aVolunteer("W-1").forFamilies(2).having("4"));

        List<Wanted> wanted = recruit(night, 5);

        assertThat(wanted).extracting(one -> one.profile().language().code()).containsExactly("tir", "tir", "pol");
        Wanted first = wanted.getFirst();
        assertThat(first.alone().more()).isEqualTo(2);
        assertThat(first.profile().families()).isEqualTo(2);
        assertThat(first.profile().hoursPerWeek().quarters()).isEqualTo(16);
        assertThat(first.profile().dayParts().size()).isEqualTo(2);
        assertThat(wanted).extracting(one -> one.together().more()).containsExactly(2, 3, 4);
        assertThat(wanted.getLast().together().gained())
                .containsExactlyInAnyOrder(request("V-1"), request("V-2"), request("V-3"), request("V-4"));
        assertThat(wanted.getLast().profile().dayParts()).isEqualTo(DayParts.parse("sat-morning"));
    }

    @Test
    void twoWhoWouldServeTheSameFamilyAreNotCountedTwice() {
        ANight night = aNight().with(aFamily("F-1").speaking("tir:C1 pol:C1"))
                .with(aRequest("V-1").of("F-1"))
                .with(aVolunteer("W-1"));

        List<Wanted> wanted = recruit(night, 5);

        assertThat(wanted).hasSize(1);
        assertThat(wanted.getFirst().together().more()).isEqualTo(1);
    }

    @Test
    void aNewcomerMayFreeSomebodyForAFamilyThatTheNewcomerCannotServe() {
        ANight night = aNight().with(aFamily("F-1").speaking("nld"))
                .with(aFamily("F-2").speaking("tir"))
                .with(aRequest("V-1").of("F-1").on(1, "wed-afternoon").fromAWoman())
                .with(aRequest("V-2").of("F-2").on(1, "wed-afternoon sat-morning"))
                .with(aVolunteer("W-1").speaking("nld:C2 tir:C2").availableOn("wed-afternoon"));

        List<Wanted> wanted = recruit(night, 5);

        assertThat(wanted).isNotEmpty();
        assertThat(wanted.getFirst().alone().more()).isEqualTo(1);
        assertThat(wanted.getFirst().together().lost()).isEmpty();
    }

    @Test
    void roomForIntroductionsIsNotWhatANewcomerBrings() {
        ANight night = aNight().with(aProgramme().introducing(1))
                .with(aFamily("F-1"))
                .with(aFamily("F-2"))
                .with(aFamily("F-3").speaking("tir"))
                .with(aRequest("V-1").of("F-1"))
                .with(aRequest("V-2").of("F-2"))
                .with(aRequest("V-3").of("F-3"))
                .with(aVolunteer("W-1"))
                .with(aVolunteer("W-2"));
        Matched matched = match(night.build());

        Recruiting recruiting = recruiting(matched);

        assertThat(matched.proposals()).hasSize(1);
        assertThat(recruiting.waitingForIntroductions(matched.result().plan())).isEqualTo(1);
        assertThat(recruiting.next(5)).singleElement().satisfies(wanted -> {
            assertThat(wanted.profile().language().code()).isEqualTo("tir");
            assertThat(wanted.together().gained()).containsExactly(request("V-3"));
        });
    }

    @Test
    void whoHasEverybodyServedNeedsNobody() {
        ANight night = aNight().with(aFamily("F-1")).with(aRequest("V-1")).with(aVolunteer("W-1"));

        assertThat(recruit(night, 5)).isEmpty();
        assertThat(recruit(aNight(), 5)).isEmpty();
    }

    @Test
    void theSameNightGivesTheSameList() {
        assertThat(recruit(madeUp(7), 5)).isEqualTo(recruit(madeUp(7), 5)).isNotEmpty();
    }

    /** Every kind, language and place, each planned with by the engine itself: none helps more than the first. */
    @Test
    void nobodyHelpsMoreThanTheFirst() {
        for (long seed = 8; seed <= 11; seed++) {
            Snapshot night = madeUp(seed).build();
            int served = match(night).proposals().size();
            int most = 0;
            Usual usual = Usual.of(nl.koppelwerk.domain.programme.SupportKind.BUDDY, night.volunteers());
            for (String language : List.of("nld", "tir", "pol")) {
                for (int postcode = 3019; postcode <= 3036; postcode++) {
                    int digits = postcode;
                    Idea idea = new Idea(
                            nl.koppelwerk.domain.programme.SupportKind.BUDDY,
                            night.places().stream()
                                    .filter(place -> place.postcode().digits() == digits)
                                    .findFirst()
                                    .orElseThrow(),
                            new nl.koppelwerk.domain.language.Language(language),
                            usual);
                    int gained = match(with(night, idea.willing(night, 1)))
                                    .proposals()
                                    .size()
                            - served;
                    most = Math.max(most, gained);
                }
            }

            List<Wanted> wanted = recruit(madeUp(seed), 1);

            assertThat(wanted.stream().mapToInt(one -> one.alone().more()).sum())
                    .as("town %d", seed)
                    .isEqualTo(most);
        }
    }

    private static ANight madeUp(long seed) {
        Random dice = new Random(seed);
        List<String> languages = List.of("nld", "tir", "pol", "tir:C1 pol:B1");
        List<String> parts = List.of("mon-morning", "wed-afternoon", "thu-evening", "sat-morning");
        ANight night = aNight();
        for (int i = 1; i <= 9; i++) {
            night.with(aFamily("F-" + i)
                            .livingAt(3021 + dice.nextInt(14))
                            .speaking(languages.get(dice.nextInt(languages.size()))))
                    .with(aRequest("V-" + i)
                            .of("F-" + i)
                            .on(1, parts.get(dice.nextInt(4)) + " " + parts.get(dice.nextInt(4))));
        }
        for (int i = 1; i <= 4; i++) {
            night.with(aVolunteer("W-" + i)
                    .livingAt(3021 + dice.nextInt(14))
                    .speaking(languages.get(dice.nextInt(3)))
                    .availableOn(parts.get(dice.nextInt(4)) + " " + parts.get(dice.nextInt(4)))
                    .forFamilies(2)
                    .travelling(5_000));
        }
        return night;
    }

    private static Snapshot with(Snapshot night, Volunteer newcomer) {
        List<Volunteer> more = new ArrayList<>(night.volunteers());
        more.add(newcomer);
        return new Snapshot(
                night.organisation(),
                night.day(),
                night.programmes(),
                night.families(),
                night.requests(),
                more,
                night.fixed(),
                night.lastProposals(),
                night.blocks(),
                night.places(),
                night.open(),
                night.bothSides());
    }

    private static List<Wanted> recruit(ANight night, int most) {
        return recruiting(match(night.build())).next(most);
    }

    private static Recruiting recruiting(Matched matched) {
        return new Recruiting(
                matched.candidates(),
                matched.result().plan(),
                matched.result().certificate().map(Certificate::firstPrices),
                3);
    }

    private static Matched match(Snapshot night) {
        return new Matching(Clock.systemUTC()).propose(night, SETTINGS, Progress.NONE);
    }
}
