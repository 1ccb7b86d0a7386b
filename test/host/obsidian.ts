// What `import … from 'obsidian'` resolves to outside the app: the host's own parts, and for what has no state of the
// app (parsing, searching, platform) the mocks. A local export wins over `export *`.
export * from 'obsidian-test-mocks/obsidian';
export { Component, Events } from './events';
export { TAbstractFile, TFile, TFolder } from './files';
export { HoverPopover } from './hover';
export { getIcon, setIcon } from './icons';
export { MarkdownRenderChild, MarkdownRenderer, sanitizeHTMLToDom } from './markdown';
export { editorInfoField, editorLivePreviewField, MarkdownView } from './markdownView';
export { Editor } from './editor';
export { Menu, MenuItem } from './menu';
export { MetadataCache } from './metadataCache';
export { FuzzySuggestModal, Modal, SuggestModal } from './modals';
export { Notice } from './notice';
export { Plugin } from './plugin';
export { PluginSettingTab, SettingTab } from './settings';
export { Vault } from './vault';
export { FileView, ItemView, View } from './views';
export { Workspace, WorkspaceLeaf } from './workspace';

export function setTooltip(el: HTMLElement, text: string): void {
  el.setAttribute('aria-label', text);
}
