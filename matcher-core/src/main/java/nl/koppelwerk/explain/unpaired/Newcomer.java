package nl.koppelwerk.explain.unpaired;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.koppelwerk.domain.family.SupportRequest;
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
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.matching.Matched;

/** A made-up volunteer with nothing against them but where they live, what they speak and when they can come. */
final class Newcomer {
    private static final VolunteerId ID = new VolunteerId(new UUID(0, 1));
    private static final int HOURS = 40;

    private final Snapshot night;
    private final Matched matched;
    private final Place place;
    private final Language language;
    private final SupportKind kind;
    private final DayParts dayParts;

    Newcomer(Matched matched, Place place, Language language, SupportKind kind, DayParts dayParts) {
        this.matched = matched;
        this.night = matched.candidates().sides().snapshot();
        this.place = place;
        this.language = language;
        this.kind = kind;
        this.dayParts = dayParts;
    }

    /** The request without the day-parts that others of the family already have. */
    static Asking freeOf(Asking asking, int promised) {
        SupportRequest asked = asking.request();
        SupportRequest free = new SupportRequest(
                asked.id(),
                asked.organisation(),
                asked.family(),
                asked.reference(),
                asked.programme(),
                asked.kind(),
                asked.needs(),
                asked.hoursPerWeek(),
                asked.dayPartsPerWeek(),
                asked.dayParts().without(new DayParts(promised)),
                asked.wishes(),
                asked.urgency(),
                asked.waitingSince(),
                asked.heavy(),
                asked.trainingNeeded());
        return new Asking(
                free,
                asking.family(),
                asking.programme(),
                asking.place(),
                asking.day(),
                asking.blocked(),
                asking.tied(),
                asking.lastProposed(),
                asking.open());
    }

    /** A night of these requests with the newcomer alone, and the room for introductions that is left. */
    Snapshot among(List<Asking> requests) {
        return new Snapshot(
                night.organisation(),
                night.day(),
                IntroductionsLeft.beside(matched.candidates(), matched.result().plan()),
                requests.stream().map(Asking::family).distinct().toList(),
                requests.stream().map(Asking::request).toList(),
                List.of(volunteer()),
                List.of(),
                List.of(),
                List.of(),
                night.places(),
                night.open(),
                List.of());
    }

    private Volunteer volunteer() {
        return new Volunteer(
                ID,
                night.organisation(),
                "new",
                "new",
                kind,
                night.programmes().stream().map(Programme::id).collect(Collectors.toSet()),
                Set.of(),
                place.postcode(),
                Optional.empty(),
                Optional.empty(),
                Gender.WOMAN,
                Languages.of(Map.of(language, Level.C2)),
                EnumSet.allOf(Need.class),
                dayParts,
                Optional.of(night.day()),
                new Hours(HOURS * 4),
                Math.max(1, dayParts.size()),
                Repairs.REACH_METRES,
                Limits.NONE,
                false,
                Optional.of(night.day()),
                true,
                0,
                true,
                Optional.empty());
    }
}
