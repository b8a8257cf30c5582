package nl.koppelwerk.data.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everything that a table says, for small tables. */
public final class Gathered implements TableVisitor {
    private final List<Row> rows = new ArrayList<>();

    public static List<Row> rowsOf(Path file, List<TableSpec> accepted) throws WrongFileException, IOException {
        Gathered gathered = new Gathered();
        TableFile.open(file, String.valueOf(file.getFileName()), FileLimits.DEFAULT)
                .read(accepted, gathered);
        return gathered.rows;
    }

    @Override
    public void heading(Heading heading) {}

    @Override
    public void row(Row row) {
        rows.add(row);
    }
}
