package nl.koppelwerk.domain.programme;

import java.util.Optional;
import java.util.Set;

/**
 * Who runs which kind of support, with which rules.
 *
 * @param code short name used in files, for instance {@code BG}
 * @param kinds what the programme pairs
 * @param introductionsPerWeek how many new introductions its coordinators can hold in a week, 0 or more
 * @param rules the settings of its pair rules
 * @param audience which families it is for; empty: all
 */
public record Programme(
        ProgrammeId id,
        OrganisationId organisation,
        String code,
        String name,
        Set<SupportKind> kinds,
        int introductionsPerWeek,
        RuleSettings rules,
        Optional<Audience> audience) {
    public Programme {
        kinds = Set.copyOf(kinds);
        if (code.isBlank() || kinds.isEmpty() || introductionsPerWeek < 0) {
            throw new IllegalArgumentException("programme " + id + ": code " + code + ", kinds " + kinds
                    + ", introductions a week " + introductionsPerWeek);
        }
    }

    public Programme with(RuleSettings other) {
        return new Programme(id, organisation, code, name, kinds, introductionsPerWeek, other, audience);
    }
}
