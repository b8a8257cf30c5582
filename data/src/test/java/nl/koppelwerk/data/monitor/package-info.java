@NullMarked
package nl.koppelwerk.data.monitor;

import org.jspecify.annotations.NullMarked;
