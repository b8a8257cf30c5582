/** Facts that the software brings along: the places of postcodes. */
@NullMarked
package nl.koppelwerk.data.reference;

import org.jspecify.annotations.NullMarked;
