@NullMarked
package nl.koppelwerk.batch.rerun;

import org.jspecify.annotations.NullMarked;
