/** What is kept about a volunteer, for that volunteer to see and to take along. */
@NullMarked
package nl.koppelwerk.ui.own.kept;

import org.jspecify.annotations.NullMarked;
