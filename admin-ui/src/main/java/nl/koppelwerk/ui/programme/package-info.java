/** What a programme is, as the file says that it was installed from. */
@NullMarked
package nl.koppelwerk.ui.programme;

import org.jspecify.annotations.NullMarked;
