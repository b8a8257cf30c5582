package nl.koppelwerk.data.imports;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that was offered, with what importing it would change.
 *
 * @param hasRefusedRows whether there are refused rows to download
 */
public record Preview(UUID id, String name, Instant offeredAt, boolean hasRefusedRows, Rehearsal rehearsal) {}
