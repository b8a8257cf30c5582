package nl.koppelwerk.data.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import nl.koppelwerk.data.format.Column;

/** Writes a table row by row; nothing but the row at hand is kept. */
interface TableWriter extends Closeable {
    /** @param cells as a Dutch reader writes them; a column that is not there is left empty */
    void row(Map<Column, String> cells) throws IOException;
}
