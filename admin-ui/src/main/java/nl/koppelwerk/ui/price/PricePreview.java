package nl.koppelwerk.ui.price;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.koppelwerk.avoidedcost.price.UnitPrice;
import nl.koppelwerk.data.cost.CarePrices;
import nl.koppelwerk.data.cost.PriceFile;

/**
 * What would become of a price list if a file were taken over.
 *
 * @param same rows that say what the list says already
 * @param refused rows that would be left out
 */
record PricePreview(List<UnitPrice> added, List<Changed> changed, int same, List<PriceFile.Refused> refused) {
    /** A price that is there with other words or another amount. */
    record Changed(UnitPrice before, UnitPrice after) {}

    static PricePreview of(List<UnitPrice> present, PriceFile file) {
        Map<CarePrices.Key, UnitPrice> byKey =
                present.stream().collect(Collectors.toMap(CarePrices.Key::of, Function.identity()));
        List<UnitPrice> added = file.prices().stream()
                .filter(price -> !byKey.containsKey(CarePrices.Key.of(price)))
                .toList();
        List<Changed> changed = file.prices().stream()
                .flatMap(price -> Optional.ofNullable(byKey.get(CarePrices.Key.of(price)))
                        .filter(before -> !before.equals(price))
                        .map(before -> new Changed(before, price))
                        .stream())
                .toList();
        int same = file.prices().size() - added.size() - changed.size();
        return new PricePreview(added, changed, same, file.refused());
    }

    public boolean changesNothing() {
        return added.isEmpty() && changed.isEmpty();
    }
}
