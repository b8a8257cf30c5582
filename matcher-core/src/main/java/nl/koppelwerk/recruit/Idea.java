package nl.koppelwerk.recruit;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.Gender;
import nl.koppelwerk.domain.volunteer.Limits;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayParts;

/** A kind of volunteer at a place who speaks a language: all else is still open. */
record Idea(SupportKind kind, Place place, Language language, Usual usual) {
    private static final DayParts ANY_TIME = new DayParts((1 << 28) - 1);

    /** Who could do all of it, at any time: what they would then do says what is asked. */
    Volunteer willing(Snapshot night, int number) {
        return volunteer(
                night,
                new VolunteerId(new UUID(0, number + 1L)),
                new Profile(
                        kind,
                        place.postcode(),
                        language,
                        ANY_TIME,
                        EnumSet.allOf(Need.class),
                        EnumSet.allOf(Extra.class),
                        usual.hoursPerWeek(),
                        usual.families()));
    }

    /** Who does just what the profile asks. */
    Volunteer modest(Snapshot night, Profile profile) {
        return volunteer(night, new VolunteerId(new UUID(0, 1)), profile);
    }

    private Volunteer volunteer(Snapshot night, VolunteerId id, Profile profile) {
        Set<Extra> extras = profile.extras();
        return new Volunteer(
                id,
                night.organisation(),
                id.toString(),
                "new",
                profile.kind(),
                night.programmes().stream().map(Programme::id).collect(Collectors.toSet()),
                Set.of(),
                profile.near(),
                Optional.empty(),
                Optional.empty(),
                extras.contains(Extra.WOMAN) ? Gender.WOMAN : Gender.OTHER,
                Languages.of(Map.of(profile.language(), Level.C2)),
                profile.skills(),
                profile.dayParts(),
                Optional.of(night.day()),
                profile.hoursPerWeek(),
                profile.families(),
                usual.travelMetres(),
                new Limits(0, 25, 20, extras.contains(Extra.HEAVY), false, Set.of()),
                !extras.contains(Extra.NO_PETS),
                Optional.of(night.day()),
                extras.contains(Extra.TRAINED),
                0,
                true,
                Optional.empty());
    }
}
