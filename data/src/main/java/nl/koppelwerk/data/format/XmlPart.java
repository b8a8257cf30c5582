package nl.koppelwerk.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One XML part of a spreadsheet, read forwards; refuses document types, so nothing outside the file is ever fetched. */
final class XmlPart implements AutoCloseable {
    private final InputStream bytes;
    private final XMLStreamReader xml;

    XmlPart(ZipFile zip, String part) throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new XMLStreamException("the spreadsheet has no part " + part);
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        bytes = zip.getInputStream(entry);
        xml = factory.createXMLStreamReader(bytes);
    }

    /** Goes to the next start or end of an element; false at the end of the part. */
    boolean advance() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a spreadsheet has no document type");
            }
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    boolean starts(String element) {
        return xml.isStartElement() && xml.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return xml.isEndElement() && xml.getLocalName().equals(element);
    }

    /** An attribute by its local name, empty when it is not there. */
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** The text of the element that has just started; goes to its end. */
    String text() throws XMLStreamException {
        return xml.getElementText();
    }

    /** The texts within the element that has just started, pronunciations left out; goes to its end. */
    String richText(String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean pronunciation = false;
        while (advance() && !ends(element)) {
            if (starts("rPh") || ends("rPh")) {
                pronunciation = starts("rPh");
            } else if (starts("t") && !pronunciation) {
                text.append(text());
            }
        }
        return Escapes.undo(text.toString());
    }

    @Override
    public void close() throws IOException, XMLStreamException {
        xml.close();
        bytes.close();
    }
}
