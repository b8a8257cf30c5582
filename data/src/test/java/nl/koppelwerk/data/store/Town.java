package nl.koppelwerk.data.store;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.family.Child;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.Household;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.family.Urgency;
import nl.koppelwerk.domain.family.Wishes;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.place.Coordinates;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.Audience;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.RuleSettings;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.volunteer.Gender;
import nl.koppelwerk.domain.volunteer.Limits;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayPart;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.domain.week.PartOfDay;

/**
 * A small made-up town of one organisation: families that each ask for a buddy one day-part a week, and volunteers
 * who can take three of them. Every value differs from its default somewhere, so that a column forgotten is a test failed.
 */
public record Town(
        OrganisationId organisation,
        List<Place> places,
        Programme programme,
        List<Family> families,
        List<SupportRequest> requests,
        List<Volunteer> volunteers) {
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 17);
    public static final DayParts WEDNESDAY_AFTERNOON =
            DayParts.of(new DayPart(DayOfWeek.WEDNESDAY, PartOfDay.AFTERNOON));
    /** When families and volunteers here have time: five day-parts. */
    public static final DayParts FREE =
            DayParts.parse("wed-afternoon thu-morning fri-evening sat-morning sun-afternoon");

    public static Town of(OrganisationId organisation, int families, int volunteers) {
        Random random = new Random(families * 31L + volunteers);
        List<Place> places = List.of(
                new Place(new Postcode(3021), new Coordinates(51.9166, 4.4608), "Rotterdam", "Rotterdam"),
                new Place(new Postcode(3024), new Coordinates(51.9094, 4.4501), "Rotterdam", "Rotterdam"),
                new Place(new Postcode(3117), new Coordinates(51.9187, 4.3969), "Schiedam", "Schiedam"));
        Programme programme = new Programme(
                new ProgrammeId(id(organisation, "programme")),
                organisation,
                "MAATJE",
                "Maatjes",
                Set.of(SupportKind.BUDDY),
                37,
                new RuleSettings(3, 4, Level.B1, 9_500, 150, Map.of("near", 40, "language", 15)),
                Optional.of(new Audience(Set.of(), Optional.of(new Audience.Ages(0, 17)), false)));
        List<Family> homes = IntStream.range(0, families)
                .mapToObj(number -> family(organisation, number, places, random))
                .toList();
        return new Town(
                organisation,
                places,
                programme,
                homes,
                homes.stream().map(family -> request(family, programme)).toList(),
                IntStream.range(0, volunteers)
                        .mapToObj(number -> volunteer(organisation, number, places, programme))
                        .toList());
    }

    private static UUID id(OrganisationId organisation, String text) {
        return UUID.nameUUIDFromBytes((organisation.value() + text).getBytes(StandardCharsets.UTF_8));
    }

    private static Family family(OrganisationId organisation, int number, List<Place> places, Random random) {
        List<Child> children = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(child -> new Child(2012 + random.nextInt(12)))
                .toList();
        String reference = "G%05d".formatted(number);
        return new Family(
                new FamilyId(id(organisation, reference)),
                organisation,
                reference,
                "Gezin Ünal-" + number,
                places.get(number % 3).postcode(),
                number % 2 == 0 ? Optional.of("Heemraadssingel") : Optional.empty(),
                number % 3 == 0 ? Optional.of("De \"Regenboog\", locatie 2") : Optional.empty(),
                Household.values()[number % 3],
                children,
                Languages.parse(number % 2 == 0 ? "nld:A1 tur:C2" : "nld:B2"),
                number % 5 == 0,
                number % 4 == 1 ? Optional.of("gezin" + number + "@voorbeeld.nl") : Optional.empty());
    }

    private static SupportRequest request(Family family, Programme programme) {
        String reference = family.reference().replace('G', 'V');
        return new SupportRequest(
                new SupportRequestId(id(family.organisation(), reference)),
                family.organisation(),
                family.id(),
                reference,
                programme.id(),
                SupportKind.BUDDY,
                Set.of(Need.FINANCE, Need.PARENTING),
                Hours.of(new BigDecimal("2.75")),
                1,
                FREE,
                new Wishes(false, true, false, true, Optional.of(4_900)),
                Urgency.RAISED,
                TODAY.minusDays(61),
                false,
                true);
    }

    private static Volunteer volunteer(
            OrganisationId organisation, int number, List<Place> places, Programme programme) {
        String reference = "M%05d".formatted(number);
        return new Volunteer(
                new VolunteerId(id(organisation, reference)),
                organisation,
                reference,
                "Vrijwilliger " + number,
                SupportKind.BUDDY,
                Set.of(programme.id()),
                Set.of(),
                places.get(number % 3).postcode(),
                Optional.empty(),
                number % 2 == 0 ? Optional.of("De Vlinder") : Optional.empty(),
                Gender.values()[number % 3],
                Languages.parse("nld:C1 tur:B1"),
                Set.of(Need.PARENTING, Need.FINANCE, Need.WORK),
                FREE,
                Optional.of(TODAY.minusDays(12)),
                Hours.of(new BigDecimal("9.5")),
                3,
                7_100,
                new Limits(1, 17, 5, number % 2 == 0, false, Set.of(Need.HOUSING)),
                false,
                Optional.of(TODAY.minusYears(2)),
                true,
                4,
                true,
                number % 3 == 1 ? Optional.of("vrijwilliger" + number + "@voorbeeld.nl") : Optional.empty());
    }

    public Town with(List<Volunteer> others) {
        return new Town(organisation, places, programme, families, requests, others);
    }

    /** Saves all of it; says what became of families, requests and volunteers. */
    public List<Saved> saveIn(TestDatabase database) {
        return database.scope().inside(organisation, () -> {
            new Places(database.jdbc()).saveAll(places);
            new Programmes(database.jdbc()).save(programme);
            List<Saved> saved = new ArrayList<>();
            saved.add(new Families(database.jdbc()).saveAll(families));
            saved.add(new SupportRequests(database.jdbc()).saveAll(requests));
            saved.add(new Volunteers(database.jdbc()).saveAll(volunteers));
            return saved;
        });
    }
}
