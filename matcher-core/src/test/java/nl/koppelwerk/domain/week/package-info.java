@NullMarked
package nl.koppelwerk.domain.week;

import org.jspecify.annotations.NullMarked;
