@NullMarked
package nl.koppelwerk.data.rules;

import org.jspecify.annotations.NullMarked;
