/** Forms whose fields are the columns of the files that can be imported: one set of rules, one set of messages. */
@NullMarked
package nl.koppelwerk.ui.person.form;

import org.jspecify.annotations.NullMarked;
