package nl.koppelwerk.ui.shell;

import java.util.regex.Pattern;

/** Telephone numbers as people write them. */
public final class Phones {
    private static final Pattern PHONE = Pattern.compile("[+0-9][0-9 ()-]{5,24}");

    private Phones() {}

    public static boolean right(String number) {
        return PHONE.matcher(number).matches();
    }
}
