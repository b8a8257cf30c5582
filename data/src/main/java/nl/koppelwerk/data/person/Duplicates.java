package nl.koppelwerk.data.person;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.view.Names;
import nl.koppelwerk.domain.family.Child;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.volunteer.Volunteer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Records that may be of the same family or volunteer: the same name, or a name that is almost the same together with
 * something else that is. Names are compared without accents, capitals and the word for family.
 */
public final class Duplicates {
    /** Families and volunteers in the columns that both have. */
    private static final Map<Boolean, String> SOURCE = Map.of(true, """
                    select f.id, f.reference, f.name, f.postcode, a.town, f.street, f.languages::text as languages,
                           coalesce((select string_agg(c.birth_year::text, ' ' order by c.birth_year) from child c
                                     where c.organisation = f.organisation and c.family = f.id), '') as birth_years,
                           sealed_index(f.email) as email
                    from family f join place a on a.postcode = f.postcode where f.merged_into is null
                    """, false, """
                    select v.id, v.reference, v.name, v.postcode, a.town, v.street, v.languages::text as languages,
                           '' as birth_years, sealed_index(v.email) as email
                    from volunteer v join place a on a.postcode = v.postcode where v.merged_into is null
                    """);

    private static final Pattern FAMILY =
            Pattern.compile("(?<![\\p{L}\\p{N}_])(gezin|familie|fam|family)(?![\\p{L}\\p{N}_])\\.? *");
    private static final double ALMOST = 0.5;
    private static final double ALMOST_WITH_CHILDREN = 0.6;
    private static final int MOST_ALIKE = 5;
    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient jdbc;

    public Duplicates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Families there are that look like one that is to be added. */
    public List<Likeness> of(Family family) {
        return like(
                true,
                sought(
                        new Likeness.Side(
                                NOBODY,
                                family.reference(),
                                family.name(),
                                family.postcode().digits(),
                                ""),
                        family.street(),
                        family.languages().toString(),
                        family.children().stream()
                                .map(Child::birthYear)
                                .sorted()
                                .map(Object::toString)
                                .collect(Collectors.joining(" ")),
                        family.email()));
    }

    /** Volunteers there are that look like one that is to be added. */
    public List<Likeness> of(Volunteer volunteer) {
        return like(
                false,
                sought(
                        new Likeness.Side(
                                NOBODY,
                                volunteer.reference(),
                                volunteer.name(),
                                volunteer.postcode().digits(),
                                ""),
                        volunteer.street(),
                        volunteer.languages().toString(),
                        "",
                        volunteer.email()));
    }

    private Record sought(
            Likeness.Side side, Optional<String> street, String languages, String birthYears, Optional<String> email) {
        Optional<String> index = email.map(some -> jdbc.sql("select :index")
                .param("index", Clear.index(Cell.Looking.BY_EMAIL, some))
                .query(String.class)
                .single());
        return new Record(side, plain(side.name()), street, languages, birthYears, index);
    }

    /**
     * What is compared. Names and streets are encrypted in the database, so that they are compared here.
     *
     * @param plain the name without accents, capitals and the word for family
     * @param email what the address is found by, where there is one
     */
    private record Record(
            Likeness.Side side,
            String plain,
            Optional<String> street,
            String languages,
            String birthYears,
            Optional<String> email) {

        boolean sameName(Record other) {
            return plain.equals(other.plain);
        }

        boolean samePostcode(Record other) {
            return side.postcode() == other.side.postcode();
        }

        boolean sameStreet(Record other) {
            return street.isPresent() && street.equals(other.street);
        }

        boolean sameBirthYears(Record other) {
            return !birthYears.isEmpty() && birthYears.equals(other.birthYears);
        }

        boolean sameEmail(Record other) {
            return email.isPresent() && email.equals(other.email);
        }

        boolean nearAndAlike(Record other) {
            return samePostcode(other)
                    && (birthYears.equals(other.birthYears) || sameStreet(other) || languages.equals(other.languages))
                    && Names.similarity(plain, other.plain) >= ALMOST;
        }

        boolean alike(Record other) {
            return sameName(other)
                    || sameEmail(other)
                    || nearAndAlike(other)
                    || sameBirthYears(other) && Names.similarity(plain, other.plain) >= ALMOST_WITH_CHILDREN;
        }

        Likeness likeness(Record other) {
            Set<Likeness.Reason> reasons =
                    EnumSet.of(sameName(other) ? Likeness.Reason.SAME_NAME : Likeness.Reason.NAME_ALMOST_SAME);
            Map.of(
                            Likeness.Reason.SAME_POSTCODE, samePostcode(other),
                            Likeness.Reason.SAME_STREET, sameStreet(other),
                            Likeness.Reason.SAME_BIRTH_YEARS, sameBirthYears(other),
                            Likeness.Reason.SAME_LANGUAGES, languages.equals(other.languages),
                            Likeness.Reason.SAME_EMAIL, sameEmail(other))
                    .forEach((reason, holds) -> {
                        if (holds) {
                            reasons.add(reason);
                        }
                    });
            return new Likeness(side, other.side, reasons);
        }

        /** How much is the same, for those that look most alike first. */
        int same(Record other) {
            return (sameName(other) ? 1 : 0)
                    + (samePostcode(other) ? 1 : 0)
                    + (birthYears.equals(other.birthYears) ? 1 : 0)
                    + (sameStreet(other) ? 1 : 0);
        }
    }

    private List<Likeness> like(boolean families, Record sought) {
        return records(families).stream()
                .filter(one -> one.alike(sought))
                .sorted(Comparator.comparing((Record one) -> !one.sameName(sought))
                        .thenComparing(one -> !one.samePostcode(sought))
                        .thenComparing(one -> one.side().reference()))
                .limit(MOST_ALIKE)
                .map(one -> one.likeness(sought))
                .toList();
    }

    /** Pairs of families, or of volunteers, that look alike and that nobody has said are different. */
    public List<Likeness> list(boolean families, int most) {
        List<Record> all = records(families);
        Set<Pair> pairs = new HashSet<>();
        pair(all, one -> Optional.of(one.plain()), (one, other) -> true, pairs);
        pair(all, Record::email, (one, other) -> true, pairs);
        pair(
                all,
                one -> Optional.of(one.side().postcode()
                        + one.plain().substring(0, Math.min(1, one.plain().length()))),
                Record::nearAndAlike,
                pairs);
        Set<Set<UUID>> different = different();
        return pairs.stream()
                .filter(pair -> !different.contains(
                        Set.of(pair.one().side().id(), pair.other().side().id())))
                .sorted(Comparator.comparing((Pair pair) -> -pair.one().same(pair.other()))
                        .thenComparing(pair -> pair.one().side().reference())
                        .thenComparing(pair -> pair.other().side().reference()))
                .limit(most)
                .map(pair -> pair.one().likeness(pair.other()))
                .toList();
    }

    private record Pair(Record one, Record other) {}

    /** Compares those with the same key only: all with all would take minutes for 30,000. */
    private static void pair(
            List<Record> all,
            Function<Record, Optional<String>> key,
            BiPredicate<Record, Record> alike,
            Set<Pair> pairs) {
        Map<String, List<Record>> byKey = new HashMap<>();
        all.forEach(one -> key.apply(one)
                .ifPresent(value ->
                        byKey.computeIfAbsent(value, none -> new ArrayList<>()).add(one)));
        byKey.values().forEach(group -> {
            for (int one = 0; one < group.size(); one++) {
                for (int other = one + 1; other < group.size(); other++) {
                    if (alike.test(group.get(one), group.get(other))) {
                        pairs.add(new Pair(group.get(one), group.get(other)));
                    }
                }
            }
        });
    }

    /** By reference. */
    private List<Record> records(boolean families) {
        return jdbc.sql(SOURCE.get(families) + " order by reference")
                .query((row, number) -> new Record(
                        new Likeness.Side(
                                row.getObject("id", UUID.class),
                                row.getString("reference"),
                                row.getString("name"),
                                row.getInt("postcode"),
                                row.getString("town")),
                        plain(row.getString("name")),
                        Optional.ofNullable(row.getString("street")),
                        row.getString("languages"),
                        row.getString("birth_years"),
                        Optional.ofNullable(row.getString("email"))))
                .list();
    }

    private static String plain(String name) {
        return FAMILY.matcher(Names.plain(name)).replaceAll("");
    }

    private Set<Set<UUID>> different() {
        return new HashSet<>(jdbc.sql("select one, other from not_the_same")
                .query((row, number) -> Set.of(row.getObject("one", UUID.class), row.getObject("other", UUID.class)))
                .list());
    }

    /** Notes that two are different, so that they are not suggested again. */
    public void different(UUID one, UUID other, By by, Instant at) {
        String sql = """
                insert into not_the_same (organisation, one, other, account, at)
                values (:organisation, least(:one, :other), greatest(:one, :other), :account, :at)
                on conflict do nothing
                """;
        jdbc.sql(sql)
                .param("organisation", by.organisation().value())
                .param("one", one)
                .param("other", other)
                .param("account", by.account())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
