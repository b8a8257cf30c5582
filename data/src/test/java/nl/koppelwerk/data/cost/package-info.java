@NullMarked
package nl.koppelwerk.data.cost;

import org.jspecify.annotations.NullMarked;
