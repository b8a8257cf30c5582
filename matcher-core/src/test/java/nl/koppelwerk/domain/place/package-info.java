@NullMarked
package nl.koppelwerk.domain.place;

import org.jspecify.annotations.NullMarked;
