package nl.koppelwerk.ui.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The languages of the pages that are not for staff: those that volunteers keep themselves, and those to sign up. */
public enum OwnLanguage {
    NL("Nederlands", true),
    EN("English", true),
    AR("العربية", false),
    TR("Türkçe", false),
    PL("Polski", false),
    UK("Українська", false),
    TI("ትግርኛ", false),
    FR("Français", false),
    ES("Español", false),
    PT("Português", false);

    /** Where volunteers' own pages are. */
    public static final String PAGES = "/own";

    /** Where people sign up, who may speak any of these languages too. */
    private static final List<String> SIGNING_UP = List.of("/join", "/help");

    private final String calledItself;
    private final boolean checked;

    OwnLanguage(String calledItself, boolean checked) {
        this.calledItself = calledItself;
        this.checked = checked;
    }

    /** Dutch for one that is not here. */
    public static OwnLanguage of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElse(NL);
    }

    /** @param path without that of the application */
    public static boolean spokenAt(String path) {
        return path.startsWith(PAGES) || SIGNING_UP.stream().anyMatch(path::startsWith);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.of(code());
    }

    /** What its speakers call it. */
    public String calledItself() {
        return calledItself;
    }

    /** Whether somebody who grew up with it has read the texts; until then the page says so. */
    public boolean checked() {
        return checked;
    }

    /** As the attribute {@code dir} of a page wants it. */
    public String direction() {
        return this == AR ? "rtl" : "ltr";
    }
}
