// What `import … from 'obsidian'` resolves to: the mocks, and over them what the stand-in does as the app does.
// (A name exported here wins over the same name of `export *`.)
import './dom';

export * from 'obsidian-test-mocks/obsidian';
export { HostApp as App } from './app';
export {
  BasesEntry,
  BasesEntryGroup,
  BasesQueryResult,
  BasesView,
  BasesViewConfig,
  QueryController,
} from './bases';
export {
  AbstractTextComponent,
  BaseComponent,
  ButtonComponent,
  ColorComponent,
  DisplayValueComponent,
  DropdownComponent,
  ExtraButtonComponent,
  MomentFormatComponent,
  ProgressBarComponent,
  SearchComponent,
  SliderComponent,
  TextAreaComponent,
  TextComponent,
  ToggleComponent,
  ValueComponent,
} from './components';
export { debounce } from './debounce';
export { setTooltip } from './dom';
export { Editor } from './editor';
export { Component, Events } from './events';
export { FileManager } from './fileManager';
export { TAbstractFile, TFile, TFolder } from './files';
export { HoverPopover, PopoverState } from './hover';
export { getLanguage } from './language';
export { addIcon, getIcon, getIconIds, removeIcon, setIcon } from './icons';
export { Keymap, Scope } from './keymap';
export {
  editorEditorField,
  editorInfoField,
  editorInfoField as editorViewField,
  editorLivePreviewField,
  livePreview as livePreviewState,
} from './livePreview';
export { MarkdownRenderChild, MarkdownRenderer, sanitizeHTMLToDom } from './markdown';
export { MarkdownView } from './markdownView';
export { Menu, MenuItem, MenuSeparator } from './menu';
export { MetadataCache } from './metadataCache';
export { ConfirmationButton, ConfirmationModal, FuzzySuggestModal, Modal, SuggestModal } from './modals';
export { Notice } from './notice';
export {
  API_VERSION as apiVersion,
  arrayBufferToBase64,
  arrayBufferToHex,
  base64ToArrayBuffer,
  getAllTags,
  hexToArrayBuffer,
  normalizePath,
  parseFrontMatterAliases,
  parseFrontMatterEntry,
  parseFrontMatterStringArray,
  parseFrontMatterTags,
  requireApiVersion,
  resolveSubpath,
} from './notes';
export { Platform } from './platform';
export { Plugin } from './plugin';
export {
  prepareFuzzySearch,
  prepareSimpleSearch,
  renderMatches,
  renderResults,
  sortSearchResults,
} from './search';
export { Setting, SettingGroup } from './setting';
export { PluginSettingTab, SettingPage, SettingTab } from './settingTab';
export { AbstractInputSuggest, EditorSuggest, PopoverSuggest } from './suggest';
export { Vault } from './vault';
export { FileView, ItemView, View } from './views';
export {
  Workspace,
  WorkspaceContainer,
  WorkspaceFloating,
  WorkspaceItem,
  WorkspaceLeaf,
  WorkspaceParent,
  WorkspaceRoot,
  WorkspaceSidedock,
  WorkspaceSplit,
  WorkspaceTabs,
  WorkspaceWindow,
} from './workspace';
