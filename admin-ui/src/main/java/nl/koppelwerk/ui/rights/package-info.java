/** What people may ask about their data, as coordinators write it down and carry it out. */
@NullMarked
package nl.koppelwerk.ui.rights;

import org.jspecify.annotations.NullMarked;
