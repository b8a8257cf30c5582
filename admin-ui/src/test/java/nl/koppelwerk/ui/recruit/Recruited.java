package nl.koppelwerk.ui.recruit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.recruit.Recruits;
import nl.koppelwerk.data.run.Runs;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.recruit.Extra;
import nl.koppelwerk.recruit.Profile;
import nl.koppelwerk.recruit.Wanted;

/** What a night said of whom to look for, put in a town that has no such night. */
public final class Recruited {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T02:00:00Z"), ZoneOffset.UTC);

    private Recruited() {}

    /** Two volunteers: the first helps three families, the second one of them and one other. */
    public static void in(TestDatabase database, OrganisationId organisation, List<UUID> requests) {
        List<SupportRequestId> ids =
                requests.stream().map(SupportRequestId::new).toList();
        Profile turkish = new Profile(
                SupportKind.BUDDY,
                new Postcode(3022),
                new Language("tur"),
                DayParts.parse("wed-afternoon"),
                Set.of(Need.PARENTING),
                Set.of(Extra.TRAINED, Extra.WOMAN),
                new Hours(14),
                3);
        Profile polish = new Profile(
                SupportKind.BUDDY,
                new Postcode(3081),
                new Language("pol"),
                DayParts.parse("sat-morning sun-evening"),
                Set.of(),
                Set.of(),
                new Hours(10),
                2);
        Wanted.Effect first = effect(ids.subList(0, 3));
        database.scope()
                .inside(
                        organisation,
                        () -> new Recruits(database.jdbc(), CLOCK)
                                .keep(
                                        new Runs(database.jdbc(), CLOCK)
                                                .findLastPublished()
                                                .orElseThrow(),
                                        List.of(
                                                new Wanted(turkish, first, first),
                                                new Wanted(
                                                        polish, effect(ids.subList(2, 4)), effect(ids.subList(0, 4)))),
                                        5));
    }

    private static Wanted.Effect effect(List<SupportRequestId> gained) {
        return new Wanted.Effect(Set.copyOf(gained), Set.of());
    }
}
