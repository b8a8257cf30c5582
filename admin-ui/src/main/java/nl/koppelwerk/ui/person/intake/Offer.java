package nl.koppelwerk.ui.person.intake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.imports.row.FamilyTable;
import nl.koppelwerk.data.imports.row.Words;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.SupportKind;

/**
 * What a programme can look for: one answer instead of two.
 *
 * @param code of the programme
 * @param programme its name
 */
public record Offer(String code, String programme, SupportKind kind) {
    static List<Offer> of(List<Programme> programmes) {
        return programmes.stream()
                .flatMap(programme -> Arrays.stream(SupportKind.values())
                        .filter(programme.kinds()::contains)
                        .map(kind -> new Offer(programme.code(), programme.name(), kind)))
                .toList();
    }

    public String value() {
        return code + " " + kind;
    }

    /** The columns that it says; none where nothing was chosen. */
    static Map<Column, String> cells(String chosen, List<Offer> offers) {
        Map<Column, String> cells = new HashMap<>();
        offers.stream()
                .filter(offer -> offer.value().equals(chosen))
                .findFirst()
                .ifPresent(offer -> {
                    cells.put(FamilyTable.PROGRAMME, offer.code);
                    cells.put(FamilyTable.KIND, Words.KIND.write(offer.kind));
                });
        return cells;
    }

    /** Which one the columns say, as far as there is no choice left. */
    static String chosen(Map<Column, String> cells, List<Offer> offers) {
        List<Offer> left = offers.stream()
                .filter(offer -> !cells.containsKey(FamilyTable.PROGRAMME)
                        || offer.code.equals(cells.get(FamilyTable.PROGRAMME)))
                .toList();
        return left.size() == 1 ? left.getFirst().value() : "";
    }
}
