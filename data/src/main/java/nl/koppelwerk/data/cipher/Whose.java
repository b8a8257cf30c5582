package nl.koppelwerk.data.cipher;

import java.util.UUID;
import java.util.function.Supplier;

/** Whose keys are used while some work is done; nobody's outside it, and then encrypted values stay as they are. */
public final class Whose {
    static final ScopedValue<UUID> KEYS = ScopedValue.newInstance();

    private Whose() {}

    /** @throws IllegalStateException outside an organisation */
    static UUID entered() {
        if (!KEYS.isBound()) {
            throw new IllegalStateException("what is encrypted is written inside an organisation");
        }
        return KEYS.get();
    }

    public static <T> T keys(UUID organisation, Supplier<T> work) {
        return ScopedValue.where(KEYS, organisation).call(work::get);
    }
}
