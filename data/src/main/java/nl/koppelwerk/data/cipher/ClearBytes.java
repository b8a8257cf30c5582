package nl.koppelwerk.data.cipher;

import java.util.UUID;

/** Bytes on their way to an encrypted column, as a parameter of a statement; see {@link Clear}. */
public final class ClearBytes {
    private final Cell cell;
    private final UUID row;
    private final byte[] value;

    public ClearBytes(Cell cell, UUID row, byte[] value) {
        this.cell = cell;
        this.row = row;
        this.value = value.clone();
    }

    byte[] sealed(OrganisationKeys keys) {
        return keys.seal(cell, row, value);
    }
}
