package nl.koppelwerk.data.format;

/** Is told of a table, from top to bottom. */
public interface TableVisitor {
    void heading(Heading heading) throws WrongFileException;

    /** Called for every row that is not empty. */
    void row(Row row) throws WrongFileException;
}
