/** The rules of a programme version by version, and the drafts that coordinators change them on. */
@NullMarked
package nl.koppelwerk.data.rules;

import org.jspecify.annotations.NullMarked;
