/** What needs the attention of who keeps the software running, in numbers, nothing of persons. */
@NullMarked
package nl.koppelwerk.data.alarm;

import org.jspecify.annotations.NullMarked;
