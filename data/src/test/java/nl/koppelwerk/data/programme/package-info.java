@NullMarked
package nl.koppelwerk.data.programme;

import org.jspecify.annotations.NullMarked;
