package nl.koppelwerk.data.imports;

import java.util.List;
import java.util.Map;
import nl.koppelwerk.data.format.Row;
import nl.koppelwerk.data.imports.row.PlaceLine;
import nl.koppelwerk.data.imports.row.PlaceSum;
import nl.koppelwerk.data.imports.row.RowResult;
import nl.koppelwerk.data.store.Places;
import nl.koppelwerk.data.store.Saved;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Postcodes: rows about the same four digits count together. */
final class PlaceRows implements Rows<PlaceLine> {
    private final Places places;
    private final PlaceSum sum = new PlaceSum();

    PlaceRows(JdbcClient jdbc) {
        this.places = new Places(jdbc);
    }

    @Override
    public RowResult<PlaceLine> read(Row row) {
        return PlaceLine.read(row);
    }

    @Override
    public Kept keep(List<Taken<PlaceLine>> some) {
        some.forEach(taken -> sum.add(taken.line().place()));
        return new Kept(0, 0, Map.of());
    }

    @Override
    public Kept finish() {
        Saved saved = places.saveAll(sum.places());
        return new Kept(saved.added(), saved.changed(), Map.of());
    }

    /** The centre of a postcode is that of all its rows, so they are taken together or not at all. */
    @Override
    public boolean everyTime() {
        return true;
    }
}
