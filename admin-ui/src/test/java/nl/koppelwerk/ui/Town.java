package nl.koppelwerk.ui;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.ClearBytes;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.run.SnapshotFormat;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.data.store.Places;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.data.store.SupportRequests;
import nl.koppelwerk.data.store.Volunteers;
import nl.koppelwerk.domain.family.Child;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.Household;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.family.Urgency;
import nl.koppelwerk.domain.family.Wishes;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.place.Coordinates;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.RuleSettings;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.Gender;
import nl.koppelwerk.domain.volunteer.Limits;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayPart;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.fit.Fit;
import nl.koppelwerk.fit.Rules;
import nl.koppelwerk.fit.Sides;
import nl.koppelwerk.matching.Stored;
import nl.koppelwerk.sentence.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** A made-up town with one night's proposals in a database: real rules, real rows, plain choices. */
public final class Town {
    public static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    public static final String PASSWORD = "koppelen-in-de-wijk";

    private static final List<String> FAMILY_NAMES = List.of(
            "Yilmaz",
            "El Idrissi",
            "Kowalska",
            "Van Leeuwen",
            "Tesfay",
            "Fernandes",
            "De Vries",
            "Osman",
            "Şahin",
            "Rodrigues",
            "Bakker",
            "Haddad",
            "Nowak",
            "Abdi");
    private static final List<String> VOLUNTEER_NAMES = List.of(
            "Anna de Boer",
            "Fatma Kaya",
            "Jan Willemsen",
            "Marta Wiśniewska",
            "Samira Benali",
            "Rosa da Silva",
            "Peter van Dam",
            "Selam Haile",
            "Joke Mulder",
            "Yusuf Demir",
            "Ineke Smit");
    private static final List<String> LANGUAGES = List.of("tur", "ary", "pol", "nld", "tir", "por", "nld", "som");
    private static final int[] POSTCODES = {3021, 3022, 3024, 3033, 3072, 3081};

    private final JdbcClient jdbc;
    private final OrganisationId organisation;
    private final Programme buddies;
    private final List<Family> families = new ArrayList<>();
    private final List<SupportRequest> requests = new ArrayList<>();
    private final List<Volunteer> volunteers = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();

    private Town(JdbcClient jdbc, OrganisationId organisation) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.buddies = new Programme(
                new ProgrammeId(id("programme")),
                organisation,
                "MAATJE",
                "Maatje in de wijk",
                Set.of(SupportKind.BUDDY),
                10,
                RuleSettings.DEFAULT,
                Optional.empty());
    }

    /** The organisation with its accounts, and nothing to decide on yet. */
    public static OrganisationId emptyTown(TestDatabase database, String name, String... emails) {
        OrganisationId organisation = database.organisation(name);
        accounts(database, organisation, emails);
        return organisation;
    }

    /** Coordinators who may sign in with {@link #PASSWORD}. */
    public static void accounts(TestDatabase database, OrganisationId organisation, String... emails) {
        String hash = PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(PASSWORD);
        Accounts accounts = new Accounts(database.jdbc(), database.scope());
        for (String email : emails) {
            String called = email.startsWith("tweede") ? "Marieke Visser" : "Noor Jansen";
            accounts.save(new Account(
                    UUID.nameUUIDFromBytes(email.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                    organisation,
                    email,
                    called,
                    hash,
                    Account.Role.COORDINATOR,
                    true));
        }
    }

    /** Fills the organisation with families and volunteers, and publishes a run over them. */
    public static void fill(TestDatabase database, OrganisationId organisation, int howMany) {
        database.scope().inside(organisation, () -> {
            Town town = new Town(database.jdbc(), organisation);
            town.settle(howMany);
            town.propose();
        });
    }

    private UUID id(String what) {
        return UUID.nameUUIDFromBytes(
                (organisation.value() + " " + what).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private void settle(int howMany) {
        for (int i = 0; i < POSTCODES.length; i++) {
            places.add(new Place(
                    new Postcode(POSTCODES[i]),
                    new Coordinates(51.91 + i * 0.006, 4.46 + i * 0.009),
                    "Rotterdam",
                    "Rotterdam"));
        }
        for (int i = 0; i < howMany; i++) {
            families.add(family(i));
            requests.add(request(i));
            if (i % 5 != 4) {
                volunteers.add(volunteer(i));
            }
        }
        new Places(jdbc).saveAll(places);
        new Programmes(jdbc).save(buddies);
        new Families(jdbc).saveAll(families);
        new SupportRequests(jdbc).saveAll(requests);
        new Volunteers(jdbc).saveAll(volunteers);
    }

    private Family family(int i) {
        String language = LANGUAGES.get(i % LANGUAGES.size());
        return new Family(
                new FamilyId(id("family " + i)),
                organisation,
                "G-" + (1000 + i),
                "Familie " + FAMILY_NAMES.get(i % FAMILY_NAMES.size()),
                new Postcode(POSTCODES[i % POSTCODES.length]),
                i % 3 == 0 ? Optional.of("Heemraadssingel") : Optional.empty(),
                Optional.empty(),
                i % 3 == 0 ? Household.COUPLE : Household.SINGLE_PARENT,
                List.of(new Child(2016 + i % 7), new Child(2021)),
                Languages.parse(language.equals("nld") ? "nld:C2" : "nld:A2 " + language + ":C1"),
                i % 4 == 1,
                Optional.empty());
    }

    private SupportRequest request(int i) {
        return new SupportRequest(
                new SupportRequestId(id("request " + i)),
                organisation,
                families.get(i).id(),
                "V-" + (1000 + i),
                buddies.id(),
                SupportKind.BUDDY,
                i % 2 == 0 ? Set.of(Need.PARENTING, Need.FINANCE) : Set.of(Need.DUTCH_LANGUAGE, Need.SOCIAL_NETWORK),
                new Hours(8 + i % 5),
                1,
                DayParts.parse(
                        i % 2 == 0 ? "wed-afternoon fri-morning mon-evening" : "tue-morning sat-afternoon thu-evening"),
                new Wishes(i % 6 == 2, false, i % 3 == 0, false, Optional.empty()),
                i % 7 == 3 ? Urgency.HIGH : i % 5 == 2 ? Urgency.RAISED : Urgency.NORMAL,
                DAY.minusDays(12 + 17L * i % 210),
                i % 9 == 5,
                false);
    }

    private Volunteer volunteer(int i) {
        String language = LANGUAGES.get(i % LANGUAGES.size());
        return new Volunteer(
                new VolunteerId(id("volunteer " + i)),
                organisation,
                "M-" + (1000 + i),
                VOLUNTEER_NAMES.get(i % VOLUNTEER_NAMES.size()),
                SupportKind.BUDDY,
                Set.of(buddies.id()),
                Set.of(),
                new Postcode(POSTCODES[(i + i / 3) % POSTCODES.length]),
                Optional.empty(),
                Optional.empty(),
                i % 4 == 2 ? Gender.MAN : Gender.WOMAN,
                Languages.parse(language.equals("nld") ? "nld:C2 eng:B2" : "nld:B2 " + language + ":C1"),
                Set.of(Need.PARENTING, Need.DUTCH_LANGUAGE, Need.FINANCE),
                DayParts.parse("wed-afternoon tue-morning thu-evening fri-afternoon"),
                Optional.of(DAY.minusDays(31)),
                new Hours(16),
                1 + i % 2,
                6_000 + 500 * (i % 4),
                new Limits(0, 14, 3, i % 2 == 1, false, Set.of()),
                i % 5 == 0,
                Optional.of(DAY.minusDays(400)),
                i % 2 == 0,
                i % 6,
                true,
                Optional.empty());
    }

    private void propose() {
        long run = run();
        Sides sides = new Sides(new Snapshot(
                organisation,
                DAY,
                List.of(buddies),
                families,
                requests,
                volunteers,
                List.of(),
                List.of(),
                List.of(),
                places,
                List.of(),
                List.of()));
        Map<VolunteerId, Integer> load = new HashMap<>();
        Set<VolunteerId> heavy = new HashSet<>();
        int proposed = 0;
        for (SupportRequest request : requests) {
            Optional<Volunteer> chosen = volunteers.stream()
                    .filter(volunteer -> load.getOrDefault(volunteer.id(), 0) < 1)
                    .filter(volunteer -> !request.heavy() || !heavy.contains(volunteer.id()))
                    .filter(volunteer -> Rules.judge(sides.getPair(request.id(), volunteer.id()))
                            .allowed())
                    .findFirst();
            if (chosen.isPresent()) {
                load.merge(chosen.get().id(), 1, Integer::sum);
                proposal(run, request, chosen.get(), sides);
                proposed++;
            } else {
                unpaired(run, request);
            }
        }
        finish(run, proposed);
    }

    private long run() {
        return jdbc.sql("""
                        insert into run (organisation, attempt, fence, seed, day, status, started_at, software_version)
                        values (:organisation, :attempt, 1, 7, :day, 'RUNNING', :at, '0.1.0')
                        returning id
                        """)
                .param("organisation", organisation.value())
                .param("attempt", id("attempt"))
                .param("day", DAY)
                .param("at", Timestamp.from(Instant.parse("2026-11-21T01:00:00Z")))
                .query(Long.class)
                .single();
    }

    private void proposal(long run, SupportRequest request, Volunteer volunteer, Sides sides) {
        Fit fit = Rules.judge(sides.getPair(request.id(), volunteer.id()));
        DayPart first = request.dayParts().and(volunteer.availability()).list().getFirst();
        UUID pairing = pairing(run, request, volunteer, DayParts.of(first));
        jdbc.sql("""
                        insert into proposal (organisation, run, request, volunteer, pairing, day_parts, fit,
                                              distance_metres, reasons)
                        values (:organisation, :run, :request, :volunteer, :pairing, :dayParts, :fit, :distance,
                                cast(:reasons as jsonb))
                        """)
                .param("organisation", organisation.value())
                .param("run", run)
                .param("request", request.id().value())
                .param("volunteer", volunteer.id().value())
                .param("pairing", pairing)
                .param("dayParts", DayParts.of(first).bits())
                .param("fit", fit.value())
                .param("distance", sides.getPair(request.id(), volunteer.id()).metres())
                .param("reasons", Stored.reasons(fit.reasons()))
                .update();
    }

    private UUID pairing(long run, SupportRequest request, Volunteer volunteer, DayParts dayParts) {
        UUID pairing = id("pairing " + request.reference());
        jdbc.sql("""
                        insert into pairing (organisation, id, request, volunteer, day_parts, step, run, proposed_at)
                        values (:organisation, :id, :request, :volunteer, :dayParts, 'PROPOSED', :run, :at)
                        """)
                .param("organisation", organisation.value())
                .param("id", pairing)
                .param("request", request.id().value())
                .param("volunteer", volunteer.id().value())
                .param("dayParts", dayParts.bits())
                .param("run", run)
                .param("at", Timestamp.from(Instant.parse("2026-11-21T01:00:31Z")))
                .update();
        return pairing;
    }

    private void unpaired(long run, SupportRequest request) {
        jdbc.sql("""
                        insert into unpaired (organisation, run, request, causes)
                        values (:organisation, :run, :request, cast(:causes as jsonb))
                        """)
                .param("organisation", organisation.value())
                .param("run", run)
                .param("request", request.id().value())
                .param(
                        "causes",
                        Stored.causes(List.of(
                                Sentence.of("rule.training-done.no"), Sentence.of("rule.availability-known.no"))))
                .update();
    }

    /** What the run was decided on. */
    private Snapshot snapshot() {
        return new Snapshot(
                organisation,
                DAY,
                List.of(buddies),
                families,
                requests,
                volunteers,
                List.of(),
                List.of(),
                List.of(),
                places,
                List.of(),
                List.of());
    }

    private void finish(long run, int proposed) {
        jdbc.sql("""
                        update run
                        set status = 'PUBLISHED', finished_at = :at, reconciled_at = :at, snapshot = :snapshot, served_weight = 118400,
                            served_weight_bound = 119012, fit = 91230, fit_bound = 92001, requests = :requests,
                            volunteers = :volunteers, feasible_pairs = 1234, proposed = :proposed,
                            unpaired = :unpaired, mean_distance_metres = 1432, time_limit_reached = false
                        where id = :run
                        """)
                .param("at", Timestamp.from(Instant.parse("2026-11-21T01:00:31Z")))
                .param(
                        "snapshot",
                        new ClearBytes(Cell.RUN_SNAPSHOT, organisation.value(), SnapshotFormat.pack(snapshot())))
                .param("requests", requests.size())
                .param("volunteers", volunteers.size())
                .param("proposed", proposed)
                .param("unpaired", requests.size() - proposed)
                .param("run", run)
                .update();
    }

    /** Two undecided proposals of one volunteer, who has room for one family only. */
    public record Rivals(UUID first, UUID second, String volunteer) {}

    /** Gives the last proposal but one its successor's volunteer, as if both had been proposed to two coordinators. */
    public static Rivals rivals(TestDatabase database, OrganisationId organisation) {
        return database.scope().inside(organisation, () -> {
            JdbcClient jdbc = database.jdbc();
            List<UUID> two = jdbc.sql("""
                            select k.id
                            from pairing k join volunteer v on v.organisation = k.organisation and v.id = k.volunteer
                            join support_request q on q.organisation = k.organisation and q.id = k.request
                            where k.step = 'PROPOSED' and v.maximum_families = 1
                            order by q.waiting_since desc, k.id limit 2
                            """)
                    .query((row, number) -> row.getObject("id", UUID.class))
                    .list();
            jdbc.sql("""
                            update pairing k set volunteer = o.volunteer
                            from pairing o where k.id = :second and o.id = :first
                            """).param("first", two.get(0)).param("second", two.get(1)).update();
            String name =
                    jdbc.sql("""
                            select v.name from volunteer v join pairing k
                            on k.organisation = v.organisation and k.volunteer = v.id where k.id = :first
                            """).param("first", two.get(0)).query(String.class).single();
            return new Rivals(two.get(0), two.get(1), name);
        });
    }

    /** A second run that is still busy. */
    public static long startRun(TestDatabase database, OrganisationId organisation) {
        return database.scope()
                .inside(
                        organisation,
                        () -> database.jdbc()
                                .sql("""
                        insert into run (organisation, attempt, fence, seed, day, status, started_at, software_version)
                        values (:organisation, :attempt, 2, 11, :day, 'RUNNING', :at, '0.1.0')
                        returning id
                        """)
                                .param("organisation", organisation.value())
                                .param("attempt", UUID.nameUUIDFromBytes(new byte[] {7}))
                                .param("day", DAY)
                                .param("at", Timestamp.from(Instant.parse("2026-11-21T07:58:00Z")))
                                .query(Long.class)
                                .single());
    }

    /** And then it is not. */
    public static void failRun(TestDatabase database, OrganisationId organisation, long run) {
        database.scope().inside(organisation, () -> {
            database.jdbc()
                    .sql("update run set status = 'FAILED', finished_at = :at, failure = :failure where id = :run")
                    .param("at", Timestamp.from(Instant.parse("2026-11-21T07:59:00Z")))
                    .param("failure", "matching: OutOfDiskException")
                    .param("run", run)
                    .update();
        });
    }
}
