@NullMarked
package nl.koppelwerk.data.acute;

import org.jspecify.annotations.NullMarked;
