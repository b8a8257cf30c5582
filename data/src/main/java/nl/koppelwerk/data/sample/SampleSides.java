package nl.koppelwerk.data.sample;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.data.store.Volunteers;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.volunteer.Volunteer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Made-up parents who help others too: one whose own help has ended, one whose help still goes on, and one who was asked and is
 * thinking about it. Inside the scope of the organisation.
 */
public final class SampleSides {
    private static final int WEEKS_AGO = 5;

    private final JdbcClient jdbc;
    private final Families families;
    private final Volunteers volunteers;

    public SampleSides(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.families = new Families(jdbc);
        this.volunteers = new Volunteers(jdbc);
    }

    /** Nothing where there are no three families and two volunteers. */
    public void add(LocalDate today) {
        Set<UUID> busy = ids("select distinct k.volunteer from pairing k");
        List<Volunteer> free = volunteers.list().stream()
                .filter(one -> one.kind() == SupportKind.BUDDY && one.active())
                .filter(one -> !busy.contains(one.id().value()))
                .toList();
        List<Family> all = families.list();
        if (all.size() < 3 || free.size() < 2) {
            return;
        }
        Family helped = helped(all, today);
        Volunteer parent = like(helped, free, Optional.empty());
        link(helped, parent, today);
        List<Family> others =
                all.stream().filter(one -> !one.id().equals(helped.id())).toList();
        Family waiting = waiting(others);
        link(waiting, like(waiting, free, Optional.of(parent)), today);
        others.stream()
                .filter(one -> !one.id().equals(waiting.id()))
                .findFirst()
                .ifPresent(one -> ask(one, "THINKING", today));
    }

    private Set<UUID> ids(String sql) {
        return jdbc.sql(sql).query(UUID.class).list().stream().collect(Collectors.toSet());
    }

    /** A family whose help has ended; where there is none yet, the first one's does. */
    private Family helped(List<Family> all, LocalDate today) {
        Set<UUID> open = ids("select distinct q.family from support_request q where q.closed_on is null");
        return all.stream()
                .filter(one -> !open.contains(one.id().value()))
                .findFirst()
                .orElseGet(() -> {
                    Family first = all.getFirst();
                    jdbc.sql("""
                                    update support_request
                                    set closed_on = greatest(waiting_since, cast(:on as date)), status_reason = 'HELPED',
                                        version = version + 1
                                    where family = :family
                                    """)
                            .param("on", today.minusWeeks(WEEKS_AGO))
                            .param("family", first.id().value())
                            .update();
                    return first;
                });
    }

    private Family waiting(List<Family> others) {
        Set<UUID> open = ids("select distinct q.family from support_request q where q.closed_on is null");
        return others.stream()
                .filter(one -> open.contains(one.id().value()))
                .findFirst()
                .orElseGet(others::getFirst);
    }

    /** Somebody of the same name where there is one, else whoever lives nearest by number. */
    private static Volunteer like(Family family, List<Volunteer> free, Optional<Volunteer> taken) {
        return free.stream()
                .filter(one -> taken.isEmpty() || !one.id().equals(taken.get().id()))
                .min(Comparator.comparing(
                                (Volunteer one) -> !surname(one.name()).equals(surname(family.name())))
                        .thenComparing(one -> Math.abs(
                                one.postcode().digits() - family.postcode().digits()))
                        .thenComparing(Volunteer::reference))
                .orElseThrow();
    }

    private static String surname(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    private void link(Family family, Volunteer volunteer, LocalDate today) {
        ask(family, "YES", today);
        jdbc.sql("""
                        insert into both_sides (organisation, volunteer, family, agreed_on, linked_at)
                        values (:organisation, :volunteer, :family, :on, :at) on conflict do nothing
                        """)
                .param("organisation", family.organisation().value())
                .param("volunteer", volunteer.id().value())
                .param("family", family.id().value())
                .param("on", today.minusWeeks(WEEKS_AGO))
                .param("at", Timestamp.from(noon(today)))
                .update();
    }

    private void ask(Family family, String answer, LocalDate today) {
        jdbc.sql("""
                        insert into invitation_to_help (organisation, family, asked_on, answer)
                        values (:organisation, :family, :on, :answer) on conflict do nothing
                        """)
                .param("organisation", family.organisation().value())
                .param("family", family.id().value())
                .param("on", today.minusWeeks(WEEKS_AGO))
                .param("answer", answer)
                .update();
    }

    private static Instant noon(LocalDate today) {
        return today.minusWeeks(WEEKS_AGO).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
