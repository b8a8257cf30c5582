package nl.koppelwerk.data.view;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.family.Urgency;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.programme.SupportKind;

/**
 * Which families and volunteers a reader wants to see; what is empty asks nothing.
 *
 * @param municipality by its name
 * @param postcode its first one to four digits
 * @param programme its id
 * @param urgency of a request; asks nothing of a volunteer
 * @param language that the family or the volunteer speaks
 */
public record Filter(
        Optional<String> municipality,
        Optional<String> postcode,
        Optional<UUID> programme,
        Optional<SupportKind> kind,
        Optional<Urgency> urgency,
        Optional<Language> language) {
    public static final Filter ALL = new Filter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Conditions on a request {@code q} of a family {@code f} at a place {@code a}, each with an and before it. */
    public String ofRequests() {
        return on(municipality, "and a.municipality = :municipality ")
                + on(postcode, "and f.postcode::text like :postcode ")
                + on(programme, "and q.programme = :programme ")
                + on(kind, "and q.kind = :kind ")
                + on(urgency, "and q.urgency = :urgency ")
                + on(language, "and ' ' || f.languages like :language ");
    }

    /** What {@link #ofRequests} needs beside {@code q}: nothing while nothing is asked of a family or where it lives. */
    public String familiesOfRequests() {
        return municipality.isEmpty() && postcode.isEmpty() && language.isEmpty() ? "" : """
                join family f on f.organisation = q.organisation and f.id = q.family
                join place a on a.postcode = f.postcode
                """;
    }

    /** Conditions on a volunteer {@code v} at a place {@code va}, each with an and before it. */
    public String ofVolunteers() {
        return on(municipality, "and va.municipality = :municipality ")
                + on(postcode, "and v.postcode::text like :postcode ")
                + on(
                        programme,
                        "and exists (select from volunteer_programme vp where vp.organisation = v.organisation "
                                + "and vp.volunteer = v.id and vp.programme = :programme) ")
                + on(kind, "and v.kind = :kind ")
                + on(language, "and ' ' || v.languages like :language ");
    }

    private static String on(Optional<?> asked, String condition) {
        return asked.isPresent() ? condition : "";
    }

    /** What the conditions are about. */
    public Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        municipality.ifPresent(name -> values.put("municipality", name));
        postcode.ifPresent(digits -> values.put("postcode", digits + "%"));
        programme.ifPresent(id -> values.put("programme", id));
        kind.ifPresent(one -> values.put("kind", one.name()));
        urgency.ifPresent(one -> values.put("urgency", one.name()));
        language.ifPresent(one -> values.put("language", "% " + one.code().toLowerCase(Locale.ROOT) + ":%"));
        return values;
    }
}
