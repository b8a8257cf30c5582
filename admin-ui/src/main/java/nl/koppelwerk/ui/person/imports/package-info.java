/** Importing a file on a page: look first at what it changes, then agree. */
@NullMarked
package nl.koppelwerk.ui.person.imports;

import org.jspecify.annotations.NullMarked;
