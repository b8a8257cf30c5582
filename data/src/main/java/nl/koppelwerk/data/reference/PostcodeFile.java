package nl.koppelwerk.data.reference;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import nl.koppelwerk.data.format.FileLimits;
import nl.koppelwerk.data.format.Heading;
import nl.koppelwerk.data.format.Row;
import nl.koppelwerk.data.format.TableFile;
import nl.koppelwerk.data.format.TableVisitor;
import nl.koppelwerk.data.format.WrongFileException;
import nl.koppelwerk.data.imports.row.PlaceLine;
import nl.koppelwerk.data.imports.row.PlaceSum;
import nl.koppelwerk.data.imports.row.PostcodeTable;
import nl.koppelwerk.data.imports.row.RowResult;
import nl.koppelwerk.domain.place.Place;

/** Postcodes where people live, from a file of any of the three kinds, or those that the software brings along. */
public final class PostcodeFile {
    private static final String PACKAGED = "postcodes.csv";
    private static final String MORE = "municipalities.csv";

    private PostcodeFile() {}

    /** The good rows of the file, without postcodes that have post-office boxes only. */
    public static List<Place> read(Path file) throws WrongFileException, IOException {
        PlaceSum sum = new PlaceSum();
        TableFile.open(file, String.valueOf(file.getFileName()), FileLimits.DEFAULT)
                .read(List.of(PostcodeTable.HEADED, PostcodeTable.GEONAMES), new TableVisitor() {
                    @Override
                    public void heading(Heading heading) {}

                    @Override
                    public void row(Row row) {
                        if (PlaceLine.read(row) instanceof RowResult.Good<PlaceLine>(PlaceLine line)
                                && line.addresses()) {
                            sum.add(line.place());
                        }
                    }
                });
        return sum.places();
    }

    /** Rotterdam with its surroundings, and the towns of the other programmes; see {@code data/reference/README.md}. */
    public static List<Place> packaged() throws IOException {
        return packaged(PACKAGED);
    }

    /** Of municipalities that only a programme may be in; no sample city is built on them. */
    public static List<Place> ofMoreMunicipalities() throws IOException {
        return packaged(MORE);
    }

    private static List<Place> packaged(String name) throws IOException {
        Path copy = Files.createTempFile("postcodes", ".csv");
        try (InputStream in = Objects.requireNonNull(PostcodeFile.class.getResourceAsStream(name))) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return read(copy);
        } catch (WrongFileException e) {
            throw new IllegalStateException("the software's own postcodes cannot be read", e);
        } finally {
            Files.delete(copy);
        }
    }
}
