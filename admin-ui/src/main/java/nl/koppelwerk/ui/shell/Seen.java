package nl.koppelwerk.ui.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.koppelwerk.data.audit.AuditEntry;

/**
 * On a page that shows persons and changes nothing: who opens it is written in the audit log. What it names in its address is
 * what was seen; without that it is a list, and the log says which.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Seen {
    AuditEntry.Subject value();
}
