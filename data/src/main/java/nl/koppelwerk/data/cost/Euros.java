package nl.koppelwerk.data.cost;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.koppelwerk.avoidedcost.price.Money;

/** Amounts as people write them: {@code € 1.045,77}, {@code 45,77}, {@code 45.77}, {@code 142}. */
public final class Euros {
    private static final Pattern DUTCH =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{3})*(,[0-9]{1,2})?|[0-9]{1,9},[0-9]{1,2}");
    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,2})?");

    private Euros() {}

    /** Empty when it is no amount in whole cents. */
    public static Optional<Money> find(String text) {
        String bare =
                text.replace("€", "").replace("EUR", "").replace('\u00A0', ' ').strip();
        if (PLAIN.matcher(bare).matches()) {
            return Optional.of(Money.ofEuros(new BigDecimal(bare)));
        }
        return DUTCH.matcher(bare).matches()
                ? Optional.of(Money.ofEuros(bare.replace(".", "").replace(',', '.')))
                : Optional.empty();
    }
}
