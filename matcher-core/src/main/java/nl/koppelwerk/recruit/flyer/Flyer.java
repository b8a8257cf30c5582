package nl.koppelwerk.recruit.flyer;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.programme.SupportKind;

/**
 * What a flyer says. It hangs in a street where the families live, so each thing in it holds for {@value #FEWEST} families or
 * more of its area, no number is in it, and nothing of what they need help with.
 *
 * @param familiesWait whether it may say that families wait there
 * @param kinds of volunteers that it asks for
 * @param languages that it asks for, by code
 * @param elsewhere languages that enough families of the whole town ask for, though not of the area
 */
public record Flyer(
        Area area,
        boolean familiesWait,
        List<SupportKind> kinds,
        List<Language> languages,
        List<Language> elsewhere,
        List<PartOfWeek> parts) {
    public static final int FEWEST = 5;

    public Flyer {
        kinds = List.copyOf(kinds);
        languages = List.copyOf(languages);
        elsewhere = List.copyOf(elsewhere);
        parts = List.copyOf(parts);
    }

    /** For the neighbourhoods around this place, or for the whole town where too few families wait there. */
    public static Flyer around(Place place, List<WaitingFamily> waiting) {
        Area near = Area.near(place);
        long there =
                waiting.stream().filter(family -> near.contains(family.place())).count();
        Flyer town = of(Area.town(place), waiting);
        if (there < FEWEST) {
            return town;
        }
        Flyer flyer = of(near, waiting);
        List<Language> elsewhere = town.languages().stream()
                .filter(language -> !flyer.languages().contains(language))
                .toList();
        return new Flyer(near, true, flyer.kinds(), flyer.languages(), elsewhere, flyer.parts());
    }

    private static Flyer of(Area area, List<WaitingFamily> waiting) {
        List<WaitingFamily> there =
                waiting.stream().filter(family -> area.contains(family.place())).toList();
        TreeSet<Language> spoken = new TreeSet<>();
        there.forEach(family -> spoken.addAll(family.languages().speaking().keySet()));
        return new Flyer(
                area,
                isEnough(there, family -> true),
                Arrays.stream(SupportKind.values())
                        .filter(kind -> isEnough(there, family -> family.kinds().contains(kind)))
                        .toList(),
                spoken.stream()
                        .filter(language -> isEnough(there, family -> family.asksFor(language)))
                        .toList(),
                List.of(),
                Arrays.stream(PartOfWeek.values())
                        .filter(part -> isEnough(there, family -> part.in(family.dayParts())))
                        .toList());
    }

    private static boolean isEnough(List<WaitingFamily> families, Predicate<WaitingFamily> said) {
        return families.stream().filter(said).count() >= FEWEST;
    }
}
