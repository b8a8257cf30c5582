/** Who gets where: every page by every role, object and verb. */
@NullMarked
package nl.koppelwerk.ui.access;

import org.jspecify.annotations.NullMarked;
