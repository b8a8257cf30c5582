package nl.koppelwerk.data.cost;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.price.PriceDraft;
import nl.koppelwerk.avoidedcost.price.Product;
import nl.koppelwerk.avoidedcost.price.UnitPrice;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.format.FileLimits;
import nl.koppelwerk.data.format.Heading;
import nl.koppelwerk.data.format.Row;
import nl.koppelwerk.data.format.Sentence;
import nl.koppelwerk.data.format.TableFile;
import nl.koppelwerk.data.format.TableVisitor;
import nl.koppelwerk.data.format.WrongFileException;

/**
 * A price list in a file, CSV or XLSX: read whole before anything is kept, because it is looked at first.
 *
 * @param prices good rows, one for each product, year and origin
 * @param refused rows that say something else than a price, each with why
 */
public record PriceFile(List<UnitPrice> prices, List<Refused> refused) {
    private static final long LARGEST_BYTES = 5L << 20;
    private static final FileLimits LIMITS = new FileLimits(LARGEST_BYTES, 20 * LARGEST_BYTES, 10 * LARGEST_BYTES);
    private static final String MESSAGES = "nl.koppelwerk.data.cost.messages";

    /**
     * A row that is no price.
     *
     * @param row as a spreadsheet program shows it
     * @param column as the file calls it
     * @param value what it says there
     */
    public record Refused(int row, String column, String value, Sentence reason) {}

    public PriceFile {
        prices = List.copyOf(prices);
        refused = List.copyOf(refused);
    }

    /**
     * Reads all of the file.
     *
     * @param name what to call the file in messages
     * @throws WrongFileException when it holds no price list
     */
    public static PriceFile read(Path path, String name) throws WrongFileException {
        Reader reader = new Reader();
        try {
            TableFile.open(path, name, LIMITS).read(List.of(PriceTable.SPEC), reader);
        } catch (IOException e) {
            throw new UncheckedIOException("price list " + path, e);
        }
        return new PriceFile(List.copyOf(reader.prices.values()), reader.refused);
    }

    /** The good rows as a file that reads back as they are. */
    public String asText() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord(
                    PriceTable.SPEC.columns().stream().map(Column::dutch).toList());
            for (UnitPrice price : prices) {
                csv.writeRecord(
                        price.product().category(),
                        price.product().code(),
                        price.name(),
                        price.payer().name(),
                        price.unit().name(),
                        price.low().toString(),
                        price.high().toString(),
                        Integer.toString(price.priceYear()),
                        price.source(),
                        price.origin().name());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a price list in memory", e);
        }
        return text.toString();
    }

    /** Takes the rows as they come. */
    private static final class Reader implements TableVisitor {
        private final Map<CarePrices.Key, UnitPrice> prices = new LinkedHashMap<>();
        private final Map<CarePrices.Key, Integer> rows = new LinkedHashMap<>();
        private final List<Refused> refused = new ArrayList<>();

        @Override
        public void heading(Heading heading) {}

        @Override
        public void row(Row row) {
            if (row.tooLong()) {
                refuse(row, PriceTable.SOURCE, "TOO_LONG");
                return;
            }
            int before = refused.size();
            Optional<PriceDraft> draft = draft(row);
            if (draft.isEmpty() || refused.size() > before) {
                return;
            }
            switch (draft.get().decide()) {
                case PriceDraft.Decision.Accepted(UnitPrice price) -> accept(row, price);
                case PriceDraft.Decision.Refused(var problems) ->
                    problems.stream().sorted().forEach(problem -> refuse(row, column(problem), problem.name()));
            }
        }

        private void accept(Row row, UnitPrice price) {
            CarePrices.Key key = CarePrices.Key.of(price);
            Integer earlier = rows.putIfAbsent(key, row.number());
            if (earlier == null) {
                prices.put(key, price);
            } else {
                refuse(row, PriceTable.CODE, "TWICE", earlier.toString());
            }
        }

        private Optional<PriceDraft> draft(Row row) {
            String category = row.cell(PriceTable.CATEGORY);
            if (!category.matches("[0-9]{2}")) {
                refuse(row, PriceTable.CATEGORY, "CATEGORY");
            }
            if (row.cell(PriceTable.CODE).isBlank()) {
                refuse(row, PriceTable.CODE, "NO_CODE");
            }
            Optional<UnitPrice.Origin> origin = PriceTable.origin(row.cell(PriceTable.ORIGIN));
            if (origin.isEmpty()) {
                refuse(row, PriceTable.ORIGIN, "ORIGIN");
            }
            Optional<Money> low = amount(row, PriceTable.LOW);
            Optional<Money> high = amount(row, PriceTable.HIGH);
            boolean product =
                    category.matches("[0-9]{2}") && !row.cell(PriceTable.CODE).isBlank();
            if (!product || origin.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new PriceDraft(
                    new Product(category, row.cell(PriceTable.CODE)),
                    row.cell(PriceTable.NAME),
                    PriceTable.payer(row.cell(PriceTable.PAYER)),
                    PriceTable.unit(row.cell(PriceTable.UNIT)),
                    low,
                    high,
                    year(row),
                    row.cell(PriceTable.SOURCE),
                    origin.get()));
        }

        private Optional<Money> amount(Row row, Column column) {
            String text = row.cell(column);
            Optional<Money> amount = Euros.find(text);
            if (!text.isEmpty() && amount.isEmpty()) {
                refuse(row, column, "AMOUNT");
            }
            return amount;
        }

        private static Optional<Integer> year(Row row) {
            String text = row.cell(PriceTable.YEAR);
            return text.matches("[0-9]{4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
        }

        private void refuse(Row row, Column column, String reason, String... arguments) {
            refused.add(new Refused(
                    row.number(),
                    row.heading().nameOf(column),
                    row.cell(column),
                    new Sentence(MESSAGES, "price." + reason, List.of(arguments))));
        }

        private static Column column(PriceDraft.Problem problem) {
            return switch (problem) {
                case NO_SOURCE -> PriceTable.SOURCE;
                case NO_NAME -> PriceTable.NAME;
                case NO_PAYER -> PriceTable.PAYER;
                case NO_UNIT -> PriceTable.UNIT;
                case NO_PRICE, PRICE_NOT_ABOVE_ZERO -> PriceTable.LOW;
                case HIGHEST_BELOW_LOWEST -> PriceTable.HIGH;
                case NO_PRICE_YEAR, PRICE_YEAR_OUT_OF_RANGE -> PriceTable.YEAR;
            };
        }
    }
}
