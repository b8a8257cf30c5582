package nl.koppelwerk.data.imports.row;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.SupportKind;

/**
 * What rows are read against.
 *
 * @param programmes by code in small letters
 * @param postcodes those whose place is known
 */
public record Reading(
        OrganisationId organisation, Map<String, KnownProgramme> programmes, Set<Postcode> postcodes, LocalDate today) {
    public Reading {
        programmes = Map.copyOf(programmes);
        postcodes = Set.copyOf(postcodes);
    }

    /** A programme that rows may name. */
    public record KnownProgramme(ProgrammeId id, String code, Set<SupportKind> kinds) {}

    Optional<KnownProgramme> programme(String code) {
        return Optional.ofNullable(programmes.get(code.toLowerCase(Locale.ROOT)));
    }

    String programmeCodes() {
        return String.join(
                ", ",
                programmes.values().stream().map(KnownProgramme::code).sorted().toList());
    }

    /** The id of what {@code reference} names: the same in every file, so that the same row always means the same. */
    UUID id(String what, String reference) {
        return id(organisation, what, reference);
    }

    /** An id that follows from an organisation and a name within it. */
    public static UUID id(OrganisationId organisation, String what, String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((organisation.value() + "/" + what + "/" + name).getBytes(StandardCharsets.UTF_8));
            long most = 0;
            long least = 0;
            for (int i = 0; i < 8; i++) {
                most = most << 8 | digest[i] & 0xFF;
                least = least << 8 | digest[i + 8] & 0xFF;
            }
            // Version 8 (own scheme), variant 2.
            return new UUID(most & ~0xF000L | 0x8000L, least & ~(3L << 62) | 1L << 63);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
